using Sluice.Deployments.ControlPlane.Removal;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Applications;

/// <summary>Deletes an application, its groups and its revisions. What is being deployed goes on to its end. As in CodeDeploy, one that is not there is no error.</summary>
public sealed class DeleteApplication(ApplicationRemoval removal) : IOperation<DeleteApplicationInput, NoOutput>
{
    /// <inheritdoc/>
    public async Task<NoOutput> RunAsync(DeleteApplicationInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await removal.RemoveAsync(input.ApplicationName, cancellationToken);
        return NoOutput.Value;
    }
}
