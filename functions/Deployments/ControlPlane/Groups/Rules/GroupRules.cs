using Sluice.Deployments.Platforms;
using Sluice.Platform.Api;

namespace Sluice.Deployments.ControlPlane.Groups.Rules;

/// <summary>What a group must keep to.</summary>
internal static class GroupRules
{
    /// <summary>All that is wrong with a group as it would be stored.</summary>
    public static RequestFaults Check(ComputePlatforms platforms, DeploymentGroup group)
    {
        var faults = new RequestFaults();
        var settings = group.Settings;
        RoleRules.Check(settings.ServiceRoleArn, faults);
        platforms.Of(group.ComputePlatform).Check(group, faults);
        AlarmRules.Check(settings.AlarmConfiguration, faults);
        GroupAnalysisRules.Check(platforms, group, faults);
        RollbackRules.Check(settings.AutoRollbackConfiguration, faults);
        TriggerRules.Check(settings.TriggerConfigurations ?? [], faults);
        return faults;
    }

    /// <summary>What one request cannot say: half a style, and two ways to say the same.</summary>
    public static RequestFaults CheckRequest(GroupSettings asked)
    {
        var faults = new RequestFaults();
        faults.Require(
            asked.DeploymentStyle is null or { DeploymentType: not null, DeploymentOption: not null },
            "InvalidDeploymentStyleException",
            "deploymentStyle: Deployment type or deployment option cannot be null or empty");
        faults.Require(
            asked.Ec2TagFilters is not { Count: > 0 } || asked.Ec2TagSet?.Ec2TagSetList is not { Count: > 0 },
            "InvalidEC2TagCombinationException",
            "ec2TagFilters, ec2TagSet: one of them was expected, not both");
        faults.Require(
            asked.OnPremisesInstanceTagFilters is not { Count: > 0 } || asked.OnPremisesTagSet?.OnPremisesTagSetList is not { Count: > 0 },
            "InvalidOnPremisesTagCombinationException",
            "onPremisesInstanceTagFilters, onPremisesTagSet: one of them was expected, not both");
        return faults;
    }
}
