using Sluice.Platform.Api;

namespace Sluice.Deployments.Platforms.Rules;

/// <summary>Where a platform has no instances, a group names none.</summary>
internal static class NoInstanceRules
{
    public static void Check(DeploymentGroup group, RequestFaults faults)
    {
        const string ec2 = "InvalidEC2TagException";
        const string tag = "InvalidTagException";
        var settings = group.Settings;
        var servers = $"is for the compute platform Server only, and the application's is {group.ComputePlatform}";
        faults.Require(settings.Ec2TagFilters is null, ec2, $"ec2TagFilters: {servers}");
        faults.Require(settings.Ec2TagSet is null, ec2, $"ec2TagSet: {servers}");
        faults.Require(settings.OnPremisesInstanceTagFilters is null, tag, $"onPremisesInstanceTagFilters: {servers}");
        faults.Require(settings.OnPremisesTagSet is null, tag, $"onPremisesTagSet: {servers}");
        faults.Require(group.AutoScalingGroups.Count == 0, "InvalidAutoScalingGroupException", $"autoScalingGroups: {servers}");
    }
}
