using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Groups;
using Sluice.Deployments.ControlPlane.Groups.Rules;
using Sluice.Deployments.ControlPlane.Tags;
using Sluice.Deployments.Platforms;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Groups;

/// <summary>Makes a deployment group.</summary>
public sealed class CreateDeploymentGroup(ApplicationStore applications, GroupStore groups, GroupCheck check, ComputePlatforms platforms, IIds ids, TimeProvider time)
    : IOperation<CreateDeploymentGroupInput, CreateDeploymentGroupOutput>
{
    /// <inheritdoc/>
    public async Task<CreateDeploymentGroupOutput> RunAsync(CreateDeploymentGroupInput input, OperationContext context, CancellationToken cancellationToken)
    {
        GroupRules.CheckRequest(input.Settings()).Throw();
        ResourceTags.Check(input.Tags);
        var application = await applications.GetAsync(input.ApplicationName, cancellationToken);
        var platform = platforms.Of(application.ComputePlatform);
        var group = new DeploymentGroup(ids.Uuid(), application.ApplicationId, input.DeploymentGroupName, platform.Name, time.GetUtcNow())
        {
            Settings = GroupNormal.New(platform, input.Settings()),
            AutoScalingGroups = input.AutoScalingGroups ?? [],
            Tags = ResourceTags.InOrder(input.Tags ?? []),
        };
        await check.CheckAsync(null, group, cancellationToken);
        await groups.CreateAsync(group, cancellationToken);
        return new CreateDeploymentGroupOutput { DeploymentGroupId = group.DeploymentGroupId };
    }
}
