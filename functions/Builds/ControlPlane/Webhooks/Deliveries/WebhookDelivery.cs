namespace Sluice.Builds.ControlPlane.Webhooks.Deliveries;

/// <summary>What a git host tells of, whichever host it is. What a host does not tell is null or empty.</summary>
/// <param name="Event">As filters name it, e.g. <c>PULL_REQUEST_CREATED</c>.</param>
/// <param name="SourceVersion">What is to be built: a commit, <c>pr/N</c> or <c>refs/tags/NAME</c>.</param>
/// <param name="Trigger"><c>branch/NAME</c>, <c>tag/NAME</c> or <c>pr/N</c>.</param>
public sealed record WebhookDelivery(string Event, string SourceVersion, string Trigger)
{
    /// <summary>E.g. <c>refs/heads/topic</c> or <c>refs/tags/v1</c>.</summary>
    public string? HeadRef { get; init; }

    /// <summary>What a pull request is for, e.g. <c>refs/heads/main</c>.</summary>
    public string? BaseRef { get; init; }

    /// <summary>The commit that is told of.</summary>
    public string? HeadCommit { get; init; }

    /// <summary>What the branch was before a push.</summary>
    public string? PreviousCommit { get; init; }

    /// <summary>What a pull request was merged as.</summary>
    public string? MergeCommit { get; init; }

    /// <summary>Who did it, by the host's id.</summary>
    public string? ActorAccountId { get; init; }

    /// <summary>Of the head commit.</summary>
    public string? CommitMessage { get; init; }

    /// <summary>What a push changed; null if the host does not tell.</summary>
    public IReadOnlyList<string>? FilePaths { get; init; }

    /// <summary>Of a release.</summary>
    public string? TagName { get; init; }

    /// <summary>Of a release.</summary>
    public string? ReleaseName { get; init; }

    /// <summary>Without its owner.</summary>
    public string? RepositoryName { get; init; }

    /// <summary>Whose the repository is.</summary>
    public string? OrganizationName { get; init; }

    /// <summary>Of a queued job.</summary>
    public string? WorkflowName { get; init; }

    /// <summary>The number of a pull request.</summary>
    public long? PullRequest { get; init; }

    /// <summary>Whether a pull request is of another repository than it is for.</summary>
    public bool IsFork { get; init; }

    /// <summary>What a comment on a pull request approves; null if this is no such comment.</summary>
    public string? ApprovedCommit { get; init; }

    /// <summary>Which of the model's approver roles whoever did it has for sure, as far as the host tells.</summary>
    public IReadOnlyList<PullRequestBuildApproverRole> ActorRoles { get; init; } = [];
}
