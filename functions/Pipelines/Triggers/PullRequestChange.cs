namespace Sluice.Pipelines.Triggers;

/// <summary>A pull request was opened, got other commits, or was closed.</summary>
/// <param name="Number">Its number in the repository.</param>
/// <param name="Happened">What happened; one that is merged is closed.</param>
/// <param name="SourceBranch">The branch that it brings.</param>
/// <param name="TargetBranch">The branch that it is for.</param>
/// <param name="Commit">Where the source branch stands.</param>
/// <param name="Paths">What changed; null if nobody tells.</param>
/// <param name="IsFork">Whether the source branch is in another repository.</param>
internal sealed record PullRequestChange(long Number, GitPullRequestEventType Happened, string SourceBranch, string TargetBranch, string? Commit, IReadOnlyList<string>? Paths = null, bool IsFork = false)
    : RepositoryEvent(Commit, Paths)
{
    /// <summary>What it is called; null if nobody tells.</summary>
    public string? Title { get; init; }
}
