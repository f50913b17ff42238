using Sluice.Deployments.Analysis.Reading;
using Sluice.Deployments.AppSpecs;
using Sluice.Deployments.Model.Alarms;
using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Strategies;

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

    private static TargetPlan Target(AppSpec spec, DeploymentGroup group) => spec.Platform == group.ComputePlatform.ToString()
        ? spec.Plan(group.Settings)
        : throw RequestErrors.InvalidRevision($"Resources: the application's compute platform is {group.ComputePlatform}, and the appspec is for {spec.Platform}.");

    private static AnalysisPlan? Analysis(AppSpec spec, DeploymentGroup group, DeploymentPlan plan)
    {
        if (spec.Resource is not { } resource)
        {
            return null;
        }

        var faults = new List<string>();
        var analysis = AnalysisChoice.Read(spec.Analysis, group.Settings.Analysis, resource.Metrics, plan.Steps, plan.Alarms.FinalBakeSeconds, faults);
        return faults.Count == 0 ? analysis : throw RequestErrors.InvalidRevision(string.Join('\n', faults));
    }
}
