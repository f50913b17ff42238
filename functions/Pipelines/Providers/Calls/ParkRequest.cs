namespace Sluice.Pipelines.Providers.Calls;

/// <summary>That an action's machine waits.</summary>
/// <param name="TaskToken">Completed when something happens.</param>
/// <param name="ActionExecutionId">The action.</param>
/// <param name="Step">The step of the last answer.</param>
/// <param name="RetryCount">Which try of it this is.</param>
public sealed record ParkRequest(string TaskToken, string ActionExecutionId, int Step, int RetryCount);
