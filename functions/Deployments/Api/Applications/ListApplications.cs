using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Applications;

/// <summary>Lists the names of applications, in their order.</summary>
public sealed class ListApplications(ApplicationStore applications) : IOperation<ListApplicationsInput, ListApplicationsOutput>
{
    /// <inheritdoc/>
    public async Task<ListApplicationsOutput> RunAsync(ListApplicationsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var (names, token) = await applications.ListAsync(input.NextToken, cancellationToken);
        return new ListApplicationsOutput { Applications = names, NextToken = token };
    }
}
