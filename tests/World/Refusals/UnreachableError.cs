namespace Sluice.World.Refusals;

/// <summary>An error that operations declare and nothing can provoke.</summary>
/// <param name="Error">The error.</param>
/// <param name="Why">Why nothing can.</param>
/// <param name="Operations">Who declares it.</param>
internal sealed record UnreachableError(string Error, string Why, params string[] Operations);
