using Sluice.Deployments.Keys;
using System.Text.RegularExpressions;
using Sluice.Platform.Api;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>What an ECS group needs: one service, and one pair of target groups behind a listener.</summary>
internal static partial class EcsGroupRules
{
    private const string InvalidService = "InvalidECSServiceException";
    private const string InvalidBalancer = "InvalidLoadBalancerInfoException";
    private const string InvalidPair = "InvalidTargetGroupPairException";
    private const string Pairs = "loadBalancerInfo.targetGroupPairInfoList";

    public static void Check(GroupSettings settings, RequestFaults faults)
    {
        var services = settings.EcsServices ?? [];
        faults.Require(services.Count == 1, InvalidService, $"ecsServices: one service was expected for the compute platform ECS, not {services.Count}");
        faults.Require(services.All(service => !string.IsNullOrEmpty(service.ServiceName)), InvalidService, "ecsServices[0].serviceName: is required");
        faults.Require(
            services.All(service => service.ByName() is var named && IsName(named.ServiceName) && IsName(named.ClusterName)),
            InvalidService,
            "ecsServices[0]: names or ARNs of a service and a cluster were expected, whose names are 1 to 255 letters, digits, - and _");
        var info = settings.LoadBalancerInfo;
        faults.Require(info?.ElbInfoList is null, InvalidBalancer, "loadBalancerInfo.elbInfoList: is for the compute platform Server only");
        faults.Require(
            info?.TargetGroupInfoList is null, InvalidBalancer, $"loadBalancerInfo.targetGroupInfoList: is for the compute platform Server only; expected {Pairs}");
        var pairs = info?.TargetGroupPairInfoList ?? [];
        faults.Require(pairs.Count == 1, InvalidPair, $"{Pairs}: one pair was expected for the compute platform ECS, not {pairs.Count}");
        foreach (var pair in pairs)
        {
            CheckPair(pair, faults);
        }
    }

    private static bool IsName(string? name) => string.IsNullOrEmpty(name) || NameForm().IsMatch(name);

    private static void CheckPair(TargetGroupPairInfo pair, RequestFaults faults)
    {
        var names = (pair.TargetGroups ?? []).Select(group => group.Name).ToList();
        faults.Require(names.Count == 2, InvalidPair, $"{Pairs}[0].targetGroups: two were expected, which change places, not {names.Count}");
        faults.Require(names.TrueForAll(name => !string.IsNullOrEmpty(name)), InvalidPair, $"{Pairs}[0].targetGroups: a name is missing");
        faults.Require(names.Count != 2 || names[0] != names[1], InvalidPair, $"{Pairs}[0].targetGroups: two different ones were expected, not '{names.FirstOrDefault()}' twice");
        CheckRoute("prodTrafficRoute", pair.ProdTrafficRoute?.ListenerArns ?? [], faults);
        if (pair.TestTrafficRoute is { } test)
        {
            CheckRoute("testTrafficRoute", test.ListenerArns ?? [], faults);
            faults.Require(
                test.ListenerArns?.Intersect(pair.ProdTrafficRoute?.ListenerArns ?? []).Any() is not true,
                InvalidPair,
                $"{Pairs}[0].testTrafficRoute.listenerArns: another listener than production's was expected");
        }
    }

    private static void CheckRoute(string route, IReadOnlyList<string> arns, RequestFaults faults)
    {
        var at = $"{Pairs}[0].{route}.listenerArns";
        faults.Require(arns.Count == 1, InvalidPair, $"{at}: one listener was expected, not {arns.Count}");
        faults.Add(InvalidPair, arns.Where(arn => !arn.StartsWith("arn:", StringComparison.Ordinal)).Select(arn => $"{at}: a listener's ARN was expected, not '{arn}'"));
    }

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,255}\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameForm();
}
