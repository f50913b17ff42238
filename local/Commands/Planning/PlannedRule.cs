namespace Sluice.Local.Commands.Planning;

/// <summary>A rule of a stage's condition.</summary>
/// <param name="RuleName">Its name.</param>
/// <param name="Occasion">When it is asked: <c>before entry</c>, <c>on success</c> or <c>on failure</c>.</param>
/// <param name="Provider">Its kind.</param>
/// <param name="Result">What happens if it is not kept.</param>
/// <param name="Configuration">What it is configured by, with variables filled in as far as they are known.</param>
/// <param name="Now">What it says now; null if that is asked only then.</param>
internal sealed record PlannedRule(string RuleName, string Occasion, string Provider, string? Result, IReadOnlyDictionary<string, string> Configuration, string? Now);
