using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Removal;
using Sluice.Deployments.ControlPlane.Tags;
using Sluice.Deployments.Platforms;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Applications;

/// <summary>Makes an application, for servers unless said otherwise.</summary>
public sealed class CreateApplication(ApplicationStore applications, ApplicationRemoval removal, IIds ids, TimeProvider time)
    : IOperation<CreateApplicationInput, CreateApplicationOutput>
{
    /// <inheritdoc/>
    public async Task<CreateApplicationOutput> RunAsync(CreateApplicationInput input, OperationContext context, CancellationToken cancellationToken)
    {
        ResourceTags.Check(input.Tags);
        await removal.EndInterruptedAsync(input.ApplicationName, cancellationToken);
        var application = new Application(ids.Uuid(), input.ApplicationName, input.ComputePlatform ?? ComputePlatforms.Unsaid, time.GetUtcNow())
        {
            Tags = ResourceTags.InOrder(input.Tags ?? []),
        };
        await applications.CreateAsync(application, cancellationToken);
        return new CreateApplicationOutput { ApplicationId = application.ApplicationId };
    }
}
