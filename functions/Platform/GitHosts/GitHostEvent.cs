namespace Sluice.Platform.GitHosts;

/// <summary>A push or a change of a pull request, whichever host tells of it. What a host does not tell is null or empty.</summary>
/// <param name="Happened">What happened.</param>
public sealed record GitHostEvent(GitHostHappening Happened)
{
    /// <summary>E.g. <c>refs/heads/topic</c> or <c>refs/tags/v1</c>; of a pull request the branch that it brings.</summary>
    public required string HeadRef { get; init; }

    /// <summary>Of a pull request what it is for; of a push the branch that a new one was made from.</summary>
    public string? BaseRef { get; init; }

    /// <summary>Where the head stands.</summary>
    public string? HeadCommit { get; init; }

    /// <summary>Where it stood.</summary>
    public string? PreviousCommit { get; init; }

    /// <summary>What a pull request was merged as.</summary>
    public string? MergeCommit { get; init; }

    /// <summary>Of the head commit.</summary>
    public string? CommitMessage { get; init; }

    /// <summary>Files of the commits that the host tells of; null if it tells of none.</summary>
    public IReadOnlyList<string>? FilePaths { get; init; }

    /// <summary>Whether <see cref="FilePaths"/> are all that changed: not of a new branch, of one that was moved back, or of more commits than the host tells of.</summary>
    public bool HasAllPaths { get; init; }

    /// <summary>The number of a pull request.</summary>
    public long? PullRequest { get; init; }

    /// <summary>What a pull request is called.</summary>
    public string? Title { get; init; }

    /// <summary>Whether a pull request is of another repository than it is for.</summary>
    public bool IsFork { get; init; }

    /// <summary>Who did it, by the host's id.</summary>
    public string? ActorAccountId { get; init; }

    /// <summary>Without its owner.</summary>
    public string? RepositoryName { get; init; }

    /// <summary>Whose the repository is.</summary>
    public string? OrganizationName { get; init; }

    /// <summary>With its owner, e.g. <c>team/shop</c>.</summary>
    public string? FullName { get; init; }

    /// <summary>Where the repository can be fetched from or looked at.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [];
}
