using Sluice.Deployments.Protocol;

namespace Sluice.Deployments.Platforms.Lambda;

/// <summary>A function as the target of a deployment.</summary>
internal static class AliasTarget
{
    public static DeploymentTarget Of(Deployment record, TargetFacts facts)
    {
        var plan = (LambdaPlan)record.Plan.Target;
        return new DeploymentTarget
        {
            DeploymentTargetType = DeploymentTargetType.LambdaTarget,
            LambdaTarget = new LambdaTarget
            {
                DeploymentId = record.DeploymentId,
                TargetId = plan.TargetId(),
                TargetArn = facts.Account.Arn("lambda", $"function:{plan.FunctionName}:{plan.AliasName}"),
                Status = facts.Status,
                LastUpdatedAt = facts.UpdatedAt,
                LifecycleEvents = facts.Events,
                LambdaFunctionInfo = Info(record, plan),
            },
        };
    }

    private static LambdaFunctionInfo Info(Deployment record, LambdaPlan plan)
    {
        var target = record.Shift?.Target ?? plan.Functions[plan.MainIndex()].Qualifier;

        // There was nothing to shift: the alias was at the target before.
        var wasThere = record is { Outcome: DeploymentOutcome.Succeeded, Shift: null };
        return new LambdaFunctionInfo
        {
            FunctionName = plan.FunctionName,
            FunctionAlias = plan.AliasName,
            CurrentVersion = record.Shift?.Snapshot?.Main ?? plan.CurrentVersion ?? (wasThere ? target : null),
            TargetVersion = target,
            TargetVersionWeight = wasThere ? 100 : SeenTraffic.Percent(record, record.Shift?.Target),
        };
    }
}
