namespace Sluice.Deployments.Model;

/// <summary>A hook that is to be run.</summary>
/// <param name="EventName">The lifecycle event that runs it.</param>
/// <param name="Function">The user's function, by name or ARN.</param>
/// <param name="TimeoutSeconds">How long it may take to report.</param>
public sealed record HookPlan(string EventName, string Function, int TimeoutSeconds);
