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
        ? new DeploymentTarget("ECSTarget") { EcsTarget = Ecs(record, account) }
        : new DeploymentTarget("LambdaTarget") { LambdaTarget = Lambda(record, account) };

    /// <summary>The same in the shape of the older operations.</summary>
    public static InstanceSummary Summary(Deployment record) =>
        new(record.DeploymentId, IdOf(record.Plan), TargetStatus.Of(record), TargetStatus.UpdatedAt(record), Lifecycle.Of(record));

    private static LambdaTarget Lambda(Deployment record, SuiteAccount account)
    {
        var plan = record.Plan.Lambda!;
        var target = record.Shift?.Target ?? plan.Functions[plan.MainIndex()].Qualifier;

        // There was nothing to shift: the alias was at the target before.
        var wasThere = record is { Outcome: DeploymentOutcome.Succeeded, Shift: null };
        var info = new LambdaFunctionInfo(
            plan.FunctionName,
            plan.AliasName,
            record.Shift?.Snapshot?.Main ?? plan.CurrentVersion ?? (wasThere ? target : null),
            target,
            wasThere ? 100 : SeenTraffic.Percent(record, record.Shift?.Target));
        return new LambdaTarget(
            record.DeploymentId,
            IdOf(record.Plan),
            account.Arn("lambda", $"function:{plan.FunctionName}:{plan.AliasName}"),
            TargetStatus.Of(record),
            TargetStatus.UpdatedAt(record),
            Lifecycle.Of(record),
            info);
    }

    private static EcsTarget Ecs(Deployment record, SuiteAccount account)
    {
        var plan = record.Plan.Ecs!;
        return new EcsTarget(
            record.DeploymentId,
            IdOf(record.Plan),
            account.Arn("ecs", $"service/{plan.Service()}"),
            TargetStatus.Of(record),
            TargetStatus.UpdatedAt(record),
            Lifecycle.Of(record),
            [.. (record.Ecs?.TaskSets ?? []).Select(set => TaskSet(record, set))]);
    }

    private static EcsTaskSet TaskSet(Deployment record, TaskSetFact set) => new(
        set.Identifier,
        set.DesiredCount,
        set.PendingCount,
        set.RunningCount,
        set.Status ?? "DRAINING",
        SeenTraffic.Percent(record, set.TargetGroup),
        set.TargetGroup is null ? null : new TargetGroupName(TargetGroups.NameOf(set.TargetGroup)),
        set.Label);
}
