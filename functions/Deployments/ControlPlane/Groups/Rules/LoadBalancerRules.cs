using Sluice.Platform.Api;

namespace Sluice.Deployments.ControlPlane.Groups.Rules;

/// <summary>The load balancers of groups that are not for ECS. Lambda has none.</summary>
internal static class LoadBalancerRules
{
    private const string Code = "InvalidLoadBalancerInfoException";
    private const int Most = 10;

    public static void Check(ComputePlatform platform, GroupSettings settings, RequestFaults faults)
    {
        var info = settings.LoadBalancerInfo;
        faults.Require(settings.EcsServices is null, "InvalidECSServiceException", "ecsServices: are for the compute platform ECS only");
        faults.Require(info?.TargetGroupPairInfoList is null, Code, "loadBalancerInfo.targetGroupPairInfoList: is for the compute platform ECS only");
        CheckNames("loadBalancerInfo.elbInfoList", info?.ElbInfoList?.Select(elb => elb.Name), faults);
        CheckNames("loadBalancerInfo.targetGroupInfoList", info?.TargetGroupInfoList?.Select(group => group.Name), faults);
        CheckControl(platform, settings, faults);
    }

    // A server's traffic can be controlled only where a load balancer has it.
    private static void CheckControl(ComputePlatform platform, GroupSettings settings, RequestFaults faults)
    {
        var info = settings.LoadBalancerInfo;
        switch (platform)
        {
            case ComputePlatform.Lambda:
                faults.Require(info is null, Code, "loadBalancerInfo: is for the compute platforms Server and ECS only");
                break;
            case ComputePlatform.Server:
                faults.Require(
                    settings.DeploymentStyle?.DeploymentOption != DeploymentOption.WITH_TRAFFIC_CONTROL || info is { ElbInfoList: not null } or { TargetGroupInfoList: not null },
                    Code,
                    "loadBalancerInfo: the deploymentOption is WITH_TRAFFIC_CONTROL, so a load balancer in elbInfoList or a target group in targetGroupInfoList was expected");
                break;
        }
    }

    private static void CheckNames(string at, IEnumerable<string?>? names, RequestFaults faults)
    {
        List<string?> given = [.. names ?? []];
        faults.Require(given.Count <= Most, Code, $"{at}: at most {Most} were expected, not {given.Count}");
        faults.Require(given.TrueForAll(name => !string.IsNullOrEmpty(name)), Code, $"{at}: a name is missing");
        faults.Add(Code, given.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => $"{at}: '{same.Key}' is there {same.Count()} times"));
    }
}
