namespace Sluice.Platform.GitHosts;

/// <summary>What a git host tells of.</summary>
public enum GitHostHappening
{
    /// <summary>A branch or a tag stands elsewhere.</summary>
    Push,

    /// <summary>A pull request was opened.</summary>
    PullRequestCreated,

    /// <summary>A pull request has other commits.</summary>
    PullRequestUpdated,

    /// <summary>A pull request that was closed is open again.</summary>
    PullRequestReopened,

    /// <summary>A pull request was closed without being merged.</summary>
    PullRequestClosed,

    /// <summary>A pull request was merged.</summary>
    PullRequestMerged,
}
