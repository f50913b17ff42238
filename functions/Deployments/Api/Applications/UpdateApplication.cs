using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Removal;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Applications;

/// <summary>Renames an application; its groups, revisions and deployments stay its own.</summary>
public sealed class UpdateApplication(ApplicationStore applications, ApplicationRemoval removal) : IOperation<UpdateApplicationInput, NoOutput>
{
    /// <inheritdoc/>
    public async Task<NoOutput> RunAsync(UpdateApplicationInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await applications.GetAsync(input.ApplicationName, cancellationToken);
        if (input.NewApplicationName is { } name && name != input.ApplicationName)
        {
            await removal.EndInterruptedAsync(name, cancellationToken);
            await applications.RenameAsync(input.ApplicationName, name, cancellationToken);
        }

        return NoOutput.Value;
    }
}
