using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Groups;
using Sluice.Deployments.ControlPlane.Groups.Rules;
using Sluice.Deployments.Platforms;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Groups;

/// <summary>Changes a deployment group: what is said replaces what was, what is said to be empty is taken away, and the rest stays.</summary>
public sealed class UpdateDeploymentGroup(ApplicationStore applications, GroupStore groups, GroupCheck check, ComputePlatforms platforms)
    : IOperation<UpdateDeploymentGroupInput, UpdateDeploymentGroupOutput>
{
    /// <inheritdoc/>
    public async Task<UpdateDeploymentGroupOutput> RunAsync(UpdateDeploymentGroupInput input, OperationContext context, CancellationToken cancellationToken)
    {
        GroupRules.CheckRequest(input.Settings()).Throw();
        var application = await applications.GetAsync(input.ApplicationName, cancellationToken);
        await groups.ChangeAsync(GroupName.In(application, input.CurrentDeploymentGroupName), ChangedAsync, cancellationToken);
        return new UpdateDeploymentGroupOutput { HooksNotCleanedUp = [] };

        async Task<DeploymentGroup> ChangedAsync(DeploymentGroup before)
        {
            var after = before with
            {
                DeploymentGroupName = input.NewDeploymentGroupName ?? before.DeploymentGroupName,
                Settings = GroupNormal.Change(platforms.Of(before.ComputePlatform), before.Settings, input.Settings()),
                AutoScalingGroups = input.AutoScalingGroups ?? before.AutoScalingGroups,
            };
            await check.CheckAsync(before, after, cancellationToken);
            return after;
        }
    }
}
