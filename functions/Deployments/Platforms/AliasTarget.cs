using Sluice.Deployments.FunctionPackages;
using Sluice.Deployments.Targets;

namespace Sluice.Deployments.Platforms;

/// <summary>A function as the target of a deployment.</summary>
internal static class AliasTarget
{
    public static DeploymentTarget Of(Deployment record, TargetFacts facts)
    {
        var plan = (LambdaPlan)record.Plan.Target;
        return new DeploymentTarget("LambdaTarget")
        {
            LambdaTarget = new LambdaTarget(
                record.DeploymentId,
                plan.TargetId(),
                facts.Account.Arn("lambda", $"function:{plan.FunctionName}:{plan.AliasName}"),
                facts.Status,
                facts.UpdatedAt,
                facts.Events,
                Info(record, plan)),
        };
    }

    private static LambdaFunctionInfo Info(Deployment record, LambdaPlan plan)
    {
        var target = record.Shift?.Target ?? plan.Functions[plan.MainIndex()].Qualifier;

        // There was nothing to shift: the alias was at the target before.
        var wasThere = record is { Outcome: DeploymentOutcome.Succeeded, Shift: null };
        return new LambdaFunctionInfo(
            plan.FunctionName,
            plan.AliasName,
            record.Shift?.Snapshot?.Main ?? plan.CurrentVersion ?? (wasThere ? target : null),
            target,
            wasThere ? 100 : SeenTraffic.Percent(record, record.Shift?.Target));
    }
}
