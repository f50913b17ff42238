namespace Sluice.Pipelines.Triggers;

/// <summary>A branch stands elsewhere.</summary>
/// <param name="Branch">Its name, without <c>refs/heads/</c>.</param>
/// <param name="Commit">Where it stands; null if it is gone.</param>
/// <param name="Before">Where it stood; null if it is new, or nobody tells.</param>
/// <param name="Paths">What changed; null if nobody tells.</param>
internal sealed record BranchPush(string Branch, string? Commit, string? Before = null, IReadOnlyList<string>? Paths = null) : RepositoryEvent(Commit, Paths);
