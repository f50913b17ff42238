using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Groups;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Groups;

/// <summary>Deletes a deployment group. What is being deployed goes on to its end. As in CodeDeploy, one that is not there is no error.</summary>
internal sealed class DeleteDeploymentGroup(ApplicationStore applications, GroupStore groups) : IOperation<DeleteDeploymentGroupInput, DeleteDeploymentGroupOutput>
{
    /// <inheritdoc/>
    public async Task<DeleteDeploymentGroupOutput> RunAsync(DeleteDeploymentGroupInput input, OperationContext context, CancellationToken cancellationToken)
    {
        if (await applications.FindAsync(input.ApplicationName, cancellationToken) is { } application)
        {
            await groups.DeleteAsync(GroupName.In(application, input.DeploymentGroupName), cancellationToken);
        }

        return new DeleteDeploymentGroupOutput { HooksNotCleanedUp = [] };
    }
}
