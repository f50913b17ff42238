using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Providers.Invoke;

/// <summary>What the machine knows of an action.</summary>
/// <param name="ActionExecutionId">Which one.</param>
/// <param name="Number">The job that it was last told of; 0 at first.</param>
/// <param name="Error">Why the job's function could not be called; null if it was.</param>
public sealed record InvokePosition(string ActionExecutionId, int Number = 0, CaughtError? Error = null);
