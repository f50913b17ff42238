using Sluice.Deployments.Model.Alarms;
using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Model.Traffic;

namespace Sluice.Deployments.Model;

/// <summary>What was asked for, checked whole before anything is changed.</summary>
/// <param name="Hooks">The hooks, in any order; an event has at most one.</param>
/// <param name="Steps">The steps before all traffic is moved.</param>
/// <param name="Alarms">What watches it.</param>
/// <param name="Rollback">What gives the traffic back.</param>
public sealed record DeploymentPlan(
    IReadOnlyList<HookPlan> Hooks, IReadOnlyList<TrafficStep> Steps, AlarmPolicy Alarms, RollbackPolicy Rollback)
{
    /// <summary>How steps are judged by metrics; null judges none.</summary>
    public AnalysisPlan? Analysis { get; init; }

    /// <summary>What is deployed to.</summary>
    public required TargetPlan Target { get; init; }
}
