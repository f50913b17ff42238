using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Groups;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Groups;

/// <summary>Tells of a deployment group.</summary>
internal sealed class GetDeploymentGroup(ApplicationStore applications, GroupStore groups, GroupInfos infos)
    : IOperation<GetDeploymentGroupInput, GetDeploymentGroupOutput>
{
    /// <inheritdoc/>
    public async Task<GetDeploymentGroupOutput> RunAsync(GetDeploymentGroupInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var application = await applications.GetAsync(input.ApplicationName, cancellationToken);
        var group = await groups.GetAsync(GroupName.In(application, input.DeploymentGroupName), cancellationToken);
        return new GetDeploymentGroupOutput { DeploymentGroupInfo = await infos.OfAsync(application, group, cancellationToken) };
    }
}
