using Sluice.Deployments.Protocol;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>A service as the target of a deployment.</summary>
internal static class ServiceTarget
{
    public static DeploymentTarget Of(Deployment record, TargetFacts facts) => new()
    {
        DeploymentTargetType = DeploymentTargetType.ECSTarget,
        EcsTarget = new ECSTarget
        {
            DeploymentId = record.DeploymentId,
            TargetId = record.Plan.Target.TargetId(),
            TargetArn = facts.Account.Arn("ecs", $"service/{record.Service().Service()}"),
            Status = facts.Status,
            LastUpdatedAt = facts.UpdatedAt,
            LifecycleEvents = facts.Events,
            TaskSetsInfo = [.. record.TaskSets().TaskSets.Select(set => TaskSet(record, set))],
        },
    };

    private static ECSTaskSet TaskSet(Deployment record, TaskSetFact set) => new()
    {
        Identifer = set.Identifier,
        DesiredCount = set.DesiredCount,
        PendingCount = set.PendingCount,
        RunningCount = set.RunningCount,
        Status = set.Status ?? "DRAINING",
        TrafficWeight = SeenTraffic.Percent(record, set.TargetGroup),
        TargetGroup = set.TargetGroup is null ? null : new TargetGroupInfo { Name = TargetGroupArns.NameOf(set.TargetGroup) },
        TaskSetLabel = Enum.Parse<TargetLabel>(set.Label),
    };
}
