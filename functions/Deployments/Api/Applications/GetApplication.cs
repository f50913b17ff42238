using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Applications;

/// <summary>Tells of an application.</summary>
public sealed class GetApplication(ApplicationStore applications) : IOperation<GetApplicationInput, GetApplicationOutput>
{
    /// <inheritdoc/>
    public async Task<GetApplicationOutput> RunAsync(GetApplicationInput input, OperationContext context, CancellationToken cancellationToken) =>
        new() { Application = ApplicationDescription.Of(await applications.GetAsync(input.ApplicationName, cancellationToken)) };
}
