using Sluice.Deployments.ControlPlane.Groups.Rules;
using Sluice.Deployments.ControlPlane.Revisions;
using Sluice.Deployments.Platforms;
using Sluice.Platform.Api;

namespace Sluice.Deployments.ControlPlane.Deployments;

/// <summary>What a request for a deployment must keep to.</summary>
internal static class RequestRules
{
    private const string InvalidTargets = "InvalidTargetInstancesException";
    private const int MostAutoScalingGroups = 10;

    /// <exception cref="Platform.Protocol.ApiException">All that is wrong, under the first one's error.</exception>
    public static void Check(CreateDeploymentInput input, IComputePlatform platform)
    {
        var faults = new RequestFaults();
        faults.Require(
            input.Description is not { Length: > RevisionRules.LongestDescription } description,
            "DescriptionTooLongException",
            $"description: at most {RevisionRules.LongestDescription} characters were expected, not {input.Description?.Length}");
        AlarmRules.Check(input.OverrideAlarmConfiguration, faults, "overrideAlarmConfiguration");
        RollbackRules.Check(input.AutoRollbackConfiguration, faults);
        CheckTargets(input.TargetInstances, platform, faults);
        faults.Throw();
    }

    private static void CheckTargets(TargetInstances? targets, IComputePlatform platform, RequestFaults faults)
    {
        if (targets is null)
        {
            return;
        }

        faults.Require(platform.HasInstances, InvalidTargets, $"targetInstances: is for the compute platform Server only, not {platform.Name}");
        faults.Require(
            targets.TagFilters is not { Count: > 0 } || targets.Ec2TagSet is null, InvalidTargets, "targetInstances: one of tagFilters and ec2TagSet was expected, not both");
        faults.Require(
            (targets.AutoScalingGroups?.Count ?? 0) <= MostAutoScalingGroups,
            "InvalidAutoScalingGroupException",
            $"targetInstances.autoScalingGroups: at most {MostAutoScalingGroups} were expected, not {targets.AutoScalingGroups?.Count}");
    }
}
