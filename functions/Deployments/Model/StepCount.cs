using Sluice.Deployments.Model.Alarms;

namespace Sluice.Deployments.Model;

/// <summary>The requests to the new version at the end of a wait of a step.</summary>
/// <param name="Step">The step.</param>
/// <param name="Attempt">Which wait of it.</param>
/// <param name="Count">What was counted; null if it could not be.</param>
/// <param name="Waits">How often the step waited on since they were too few.</param>
public sealed record StepCount(int Step, int Attempt, RequestCount? Count, int Waits);
