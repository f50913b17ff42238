using Sluice.Deployments.Targets;

namespace Sluice.Deployments.Ecs;

/// <summary>A service as the target of a deployment.</summary>
internal static class ServiceTarget
{
    public static DeploymentTarget Of(Deployment record, TargetFacts facts) => new("ECSTarget")
    {
        EcsTarget = new EcsTarget(
            record.DeploymentId,
            record.Plan.Target.TargetId(),
            facts.Account.Arn("ecs", $"service/{record.Service().Service()}"),
            facts.Status,
            facts.UpdatedAt,
            facts.Events,
            [.. record.TaskSets().TaskSets.Select(set => TaskSet(record, set))]),
    };

    private static EcsTaskSet TaskSet(Deployment record, TaskSetFact set) => new(
        set.Identifier,
        set.DesiredCount,
        set.PendingCount,
        set.RunningCount,
        set.Status ?? "DRAINING",
        SeenTraffic.Percent(record, set.TargetGroup),
        set.TargetGroup is null ? null : new TargetGroupName(TargetGroupArns.NameOf(set.TargetGroup)),
        set.Label);
}
