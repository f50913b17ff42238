using Sluice.Platform.GitHosts;

namespace Sluice.Pipelines.Triggers;

/// <summary>What a git host tells, as what happened in a repository.</summary>
internal static class HostEvents
{
    /// <summary>Null for a ref that is neither a branch nor a tag.</summary>
    public static RepositoryEvent? Of(GitHostEvent told) => told.Happened == GitHostHappening.Push ? Push(told) : new PullRequestChange(
        told.PullRequest ?? 0,
        Happened(told.Happened),
        Name(told.HeadRef, GitRefs.Heads) ?? told.HeadRef,
        Name(told.BaseRef, GitRefs.Heads) ?? "",
        told.HeadCommit,
        Paths(told),
        told.IsFork) { Title = told.Title };

    private static RepositoryEvent? Push(GitHostEvent told) =>
        Name(told.HeadRef, GitRefs.Heads) is { } branch ? new BranchPush(branch, told.HeadCommit, told.PreviousCommit, Paths(told))
        : Name(told.HeadRef, GitRefs.Tags) is { } tag ? new TagPush(tag, told.HeadCommit, told.PreviousCommit)
        : null;

    /// <summary>One that is merged is closed, as in CodePipeline, and one that is open again was opened.</summary>
    private static GitPullRequestEventType Happened(GitHostHappening happened) => happened switch
    {
        GitHostHappening.PullRequestCreated or GitHostHappening.PullRequestReopened => GitPullRequestEventType.OPEN,
        GitHostHappening.PullRequestUpdated => GitPullRequestEventType.UPDATED,
        _ => GitPullRequestEventType.CLOSED,
    };

    private static IReadOnlyList<string>? Paths(GitHostEvent told) => told.HasAllPaths ? told.FilePaths : null;

    private static string? Name(string? reference, string prefix) => reference?.StartsWith(prefix, StringComparison.Ordinal) == true ? reference[prefix.Length..] : null;
}
