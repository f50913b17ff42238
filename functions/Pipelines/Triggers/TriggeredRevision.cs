namespace Sluice.Pipelines.Triggers;

/// <summary>What a trigger releases.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Branch">The branch that it is of; null for a tag.</param>
/// <param name="Tag">The tag that names it; null for a branch.</param>
internal sealed record TriggeredRevision(string Commit, string? Branch, string? Tag);
