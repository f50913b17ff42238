namespace Sluice.Pipelines.Triggers;

/// <summary>A tag was made or moved.</summary>
/// <param name="Tag">Its name, without <c>refs/tags/</c>.</param>
/// <param name="Commit">What it names; null if it is gone.</param>
/// <param name="Before">What it named; null if it is new, or nobody tells.</param>
internal sealed record TagPush(string Tag, string? Commit, string? Before = null) : RepositoryEvent(Commit, Paths: null);
