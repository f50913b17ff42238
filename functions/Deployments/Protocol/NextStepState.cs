using Sluice.Deployments.Alarms;
using Sluice.Deployments.Analysis.Sampling;

namespace Sluice.Deployments.Protocol;

/// <summary>The part of the state data that <see cref="Steps.NextStep"/> reads.</summary>
/// <param name="DeploymentId">Which deployment.</param>
/// <param name="Step">The step that is done; 0 before the first.</param>
/// <param name="Attempt">Which wait of it.</param>
/// <param name="Alarms">The alarms, if they were read since the last decision.</param>
/// <param name="Failure">How the step failed, if it did: a hook that erred, or a wait whose time is over.</param>
public sealed record NextStepState(string DeploymentId, int Step, int Attempt, AlarmsAnswer? Alarms, CaughtError? Failure) : MachineInput
{
    /// <summary>The metrics of the step, if they were read since the last decision.</summary>
    public MetricDataAnswer? Metrics { get; init; }

    /// <summary>Which of the deployment's executions asks.</summary>
    public int? Execution { get; init; }
}
