using Sluice.Deployments.Ecs;
using Sluice.Platform.Accounts;

namespace Sluice.Deployments.Targets;

/// <summary>A deployment's one target, told from its record alone.</summary>
internal static class TargetDescription
{
    /// <summary>CodeDeploy's id of it: the function's name, or cluster and service.</summary>
    public static string IdOf(DeploymentPlan plan) =>
        plan.Lambda is { } lambda ? lambda.FunctionName : $"{plan.Ecs!.ClusterName}:{plan.Ecs.ServiceName}";

    public static DeploymentTarget Of(Deployment record, SuiteAccount account) => record.Plan.Lambda is null
        ? new DeploymentTarget { DeploymentTargetType = DeploymentTargetType.ECSTarget, EcsTarget = Ecs(record, account) }
        : new DeploymentTarget { DeploymentTargetType = DeploymentTargetType.LambdaTarget, LambdaTarget = Lambda(record, account) };

    /// <summary>The same in the shape of the older operations.</summary>
    public static InstanceSummary Summary(Deployment record) =>
        new()
        {
            DeploymentId = record.DeploymentId,
            InstanceId = IdOf(record.Plan),
            Status = Enum.Parse<InstanceStatus>(TargetStatus.Of(record)),
            LastUpdatedAt = TargetStatus.UpdatedAt(record),
            LifecycleEvents = Lifecycle.Of(record),
        };

    private static LambdaTarget Lambda(Deployment record, SuiteAccount account)
    {
        var plan = record.Plan.Lambda!;
        var target = record.Shift?.Target ?? plan.Functions[plan.MainIndex()].Qualifier;

        // There was nothing to shift: the alias was at the target before.
        var wasThere = record is { Outcome: DeploymentOutcome.Succeeded, Shift: null };
        var info = new LambdaFunctionInfo
        {
            FunctionName = plan.FunctionName,
            FunctionAlias = plan.AliasName,
            CurrentVersion = record.Shift?.Snapshot?.Main ?? plan.CurrentVersion ?? (wasThere ? target : null),
            TargetVersion = target,
            TargetVersionWeight = wasThere ? 100 : SeenTraffic.Percent(record, record.Shift?.Target),
        };
        return new LambdaTarget
        {
            DeploymentId = record.DeploymentId,
            TargetId = IdOf(record.Plan),
            TargetArn = account.Arn("lambda", $"function:{plan.FunctionName}:{plan.AliasName}"),
            Status = Enum.Parse<Shapes.TargetStatus>(TargetStatus.Of(record)),
            LastUpdatedAt = TargetStatus.UpdatedAt(record),
            LifecycleEvents = Lifecycle.Of(record),
            LambdaFunctionInfo = info,
        };
    }

    private static ECSTarget Ecs(Deployment record, SuiteAccount account)
    {
        var plan = record.Plan.Ecs!;
        return new ECSTarget
        {
            DeploymentId = record.DeploymentId,
            TargetId = IdOf(record.Plan),
            TargetArn = account.Arn("ecs", $"service/{plan.Service()}"),
            Status = Enum.Parse<Shapes.TargetStatus>(TargetStatus.Of(record)),
            LastUpdatedAt = TargetStatus.UpdatedAt(record),
            LifecycleEvents = Lifecycle.Of(record),
            TaskSetsInfo = [.. (record.Ecs?.TaskSets ?? []).Select(set => TaskSet(record, set))],
        };
    }

    private static ECSTaskSet TaskSet(Deployment record, TaskSetFact set) => new()
    {
        Identifer = set.Identifier,
        DesiredCount = set.DesiredCount,
        PendingCount = set.PendingCount,
        RunningCount = set.RunningCount,
        Status = set.Status ?? "DRAINING",
        TrafficWeight = SeenTraffic.Percent(record, set.TargetGroup),
        TargetGroup = set.TargetGroup is null ? null : new TargetGroupInfo { Name = TargetGroups.NameOf(set.TargetGroup) },
        TaskSetLabel = Enum.Parse<TargetLabel>(set.Label),
    };
}
