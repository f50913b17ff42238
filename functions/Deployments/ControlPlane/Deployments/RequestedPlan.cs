using Sluice.Deployments.Analysis.Reading;
using Sluice.Deployments.AppSpecs;
using Sluice.Deployments.ControlPlane.Configurations;
using Sluice.Deployments.ControlPlane.Groups;
using Sluice.Deployments.Model.Alarms;
using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Platforms.Lambda;

namespace Sluice.Deployments.ControlPlane.Deployments;

/// <summary>The plan of a deployment that is asked for over the API: what the appspec says, what the group says, and what the request says instead.</summary>
internal static class RequestedPlan
{
    /// <summary>A hook has an hour to report, unless the appspec says otherwise.</summary>
    private const int HookTimeoutSeconds = 3600;

    /// <exception cref="Platform.Protocol.ApiException"><c>InvalidRevisionException</c>, <c>InvalidLoadBalancerInfoException</c>.</exception>
    public static DeploymentPlan Of(AppSpec spec, DeploymentGroup group, DeploymentConfiguration configuration, RequestOptions options)
    {
        var plan = new DeploymentPlan(
            spec.HookPlans(HookTimeoutSeconds),
            spec.Strategy?.Steps ?? configuration.TrafficSteps,
            AlarmPolicy.Of(options.OverrideAlarmConfiguration ?? group.Settings.AlarmConfiguration),
            RollbackPolicy.Of(options.AutoRollbackConfiguration ?? group.Settings.AutoRollbackConfiguration) with { Steps = spec.Strategy?.Rollback ?? [] })
        {
            Target = Target(spec, group),
        };
        return plan with { Analysis = Analysis(spec, group, plan) };
    }

    private static TargetPlan Target(AppSpec spec, DeploymentGroup group) => (spec, group.ComputePlatform) switch
    {
        (LambdaAppSpec lambda, ComputePlatform.Lambda) => Lambda(lambda),
        (EcsAppSpec ecs, ComputePlatform.ECS) => Ecs(ecs, group.Settings),
        _ => throw RequestErrors.InvalidRevision(
            $"Resources: the application's compute platform is {group.ComputePlatform}, and the appspec is for {(spec is LambdaAppSpec ? "Lambda" : "ECS")}."),
    };

    private static AnalysisPlan? Analysis(AppSpec spec, DeploymentGroup group, DeploymentPlan plan)
    {
        var faults = new List<string>();
        var platform = spec is EcsAppSpec ? EcsMetrics.Platform : LambdaMetrics.Platform;
        var analysis = AnalysisChoice.Read(spec.Analysis, group.Settings.Analysis, platform, plan.Steps, plan.Alarms.FinalBakeSeconds, faults);
        return faults.Count == 0 ? analysis : throw RequestErrors.InvalidRevision(string.Join('\n', faults));
    }

    // What is only looked up comes in the appspec's order, the function itself last: as for a pipeline's release.
    private static LambdaPlan Lambda(LambdaAppSpec spec) => new(
        spec.FunctionName,
        spec.Alias,
        spec.CurrentVersion,
        [
            .. spec.Hooks.Select(hook => hook.Function).Distinct(StringComparer.Ordinal).Select(FunctionWork.CheckHook),
            FunctionWork.Check(spec.FunctionName, spec.TargetVersion!),
        ]);

    private static EcsPlan Ecs(EcsAppSpec spec, GroupSettings settings)
    {
        var service = settings.EcsServices is [var one] ? one.ByName() : throw RequestErrors.InvalidLoadBalancer("The deployment group names no ECS service.");
        var pair = settings.LoadBalancerInfo?.TargetGroupPairInfoList is [var two] ? two
            : throw RequestErrors.InvalidLoadBalancer("The deployment group has no pair of target groups.");
        return new EcsPlan(
            service.ClusterName ?? "default",
            service.ServiceName!,
            spec.TaskSet,
            [.. (pair.TargetGroups ?? []).Select(group => group.Name!)],
            pair.ProdTrafficRoute?.ListenerArns is [var production, ..] ? production : throw RequestErrors.InvalidLoadBalancer("The deployment group has no production listener."),
            pair.TestTrafficRoute?.ListenerArns is [var test, ..] ? test : null,
            Waits(settings.BlueGreenDeploymentConfiguration));
    }

    private static EcsWaits Waits(BlueGreenDeploymentConfiguration? blueGreen)
    {
        const int minute = 60;
        var ready = blueGreen?.DeploymentReadyOption;
        var original = blueGreen?.TerminateBlueInstancesOnDeploymentSuccess;
        return new EcsWaits(
            ready?.ActionOnTimeout == DeploymentReadyAction.STOP_DEPLOYMENT ? (ready.WaitTimeInMinutes ?? 0) * minute : null,
            original?.Action != InstanceAction.KEEP_ALIVE,
            (original?.TerminationWaitTimeInMinutes ?? 0) * minute,
            EcsWaits.DefaultSteadySeconds);
    }
}
