using Sluice.Platform.Api;

namespace Sluice.Deployments.Platforms.Rules;

/// <summary>The load balancers of groups that are not for ECS.</summary>
internal static class LoadBalancerRules
{
    public const string Code = "InvalidLoadBalancerInfoException";
    private const int Most = 10;

    public static void Check(GroupSettings settings, RequestFaults faults)
    {
        var info = settings.LoadBalancerInfo;
        faults.Require(settings.EcsServices is null, "InvalidECSServiceException", "ecsServices: are for the compute platform ECS only");
        faults.Require(info?.TargetGroupPairInfoList is null, Code, "loadBalancerInfo.targetGroupPairInfoList: is for the compute platform ECS only");
        CheckNames("loadBalancerInfo.elbInfoList", info?.ElbInfoList?.Select(elb => elb.Name), faults);
        CheckNames("loadBalancerInfo.targetGroupInfoList", info?.TargetGroupInfoList?.Select(group => group.Name), faults);
    }

    private static void CheckNames(string at, IEnumerable<string?>? names, RequestFaults faults)
    {
        List<string?> given = [.. names ?? []];
        faults.Require(given.Count <= Most, Code, $"{at}: at most {Most} were expected, not {given.Count}");
        faults.Require(given.TrueForAll(name => !string.IsNullOrEmpty(name)), Code, $"{at}: a name is missing");
        faults.Add(Code, given.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => $"{at}: '{same.Key}' is there {same.Count()} times"));
    }
}
