namespace Sluice.Pipelines.Definitions;

/// <summary>A kind of action that cannot run where the suite is.</summary>
/// <param name="Category">With <paramref name="Provider"/>, which it is.</param>
/// <param name="Provider">Who does it.</param>
/// <param name="Why">In words that follow "is not available:".</param>
public sealed record UnavailableKind(ActionCategory Category, string Provider, string Why);
