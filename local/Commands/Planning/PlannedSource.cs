namespace Sluice.Local.Commands.Planning;

/// <summary>What a start would take of a source.</summary>
/// <param name="ActionName">The source.</param>
/// <param name="Branch">Its branch; null if it has none, or is not known.</param>
/// <param name="Revision">The revision; null where only the run will know it.</param>
/// <param name="IsGiven">Whether it was named.</param>
/// <param name="Note">For people: the newest of what, or why it cannot be read from here.</param>
internal sealed record PlannedSource(string ActionName, string? Branch, string? Revision, bool IsGiven, string Note);
