namespace Sluice.Pipelines.Providers.Workers;

/// <summary>Who does the jobs of an action.</summary>
/// <param name="Type">The action's type; null for a rule.</param>
/// <param name="FunctionName">The function that is called; null if workers ask for jobs.</param>
/// <param name="JobTimeout">How long each job may take; null if only the action's time counts.</param>
internal sealed record JobPlan(ActionTypeId? Type, string? FunctionName, TimeSpan? JobTimeout);
