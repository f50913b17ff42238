using Sluice.Deployments.AppSpecs;
using Sluice.Deployments.Keys;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>An appspec for ECS.</summary>
/// <param name="TaskSet">The replacement.</param>
internal sealed record EcsAppSpec(TaskSetPlan TaskSet) : AppSpec
{
    internal override string Platform => EcsPlan.Platform;

    internal override IAppSpecResource Resource => EcsResource.Instance;

    internal override TargetPlan Plan(GroupSettings group)
    {
        var service = group.EcsServices is [var only] ? only.ByName() : throw Missing("names no ECS service");
        var pair = group.LoadBalancerInfo?.TargetGroupPairInfoList is [var two] ? two : throw Missing("has no pair of target groups");
        return new EcsPlan(
            service.ClusterName ?? "default",
            service.ServiceName!,
            TaskSet,
            [.. (pair.TargetGroups ?? []).Select(target => target.Name!)],
            pair.ProdTrafficRoute?.ListenerArns is [var production, ..] ? production : throw Missing("has no production listener"),
            pair.TestTrafficRoute?.ListenerArns is [var test, ..] ? test : null,
            EcsWaits.Of(group.BlueGreenDeploymentConfiguration));
    }

    private static ApiException Missing(string what) => new("InvalidLoadBalancerInfoException", $"The deployment group {what}.");
}
