namespace Sluice.Pipelines.Model;

/// <summary>The revision that a run releases of one source.</summary>
/// <param name="ActionName">The source action.</param>
/// <param name="Repository">Where it is; never with credentials.</param>
/// <param name="Branch">The branch whose head it was; empty where there are none.</param>
/// <param name="RevisionId">A commit's 40 hexadecimal digits, or an object's version.</param>
public sealed record SourceCommit(string ActionName, string Repository, string Branch, string RevisionId)
{
    /// <summary>What there is to say of it, such as the commit's message.</summary>
    public string? Summary { get; init; }

    /// <summary>What signs in where it is fetched from; null for nothing.</summary>
    public string? ConnectionArn { get; init; }

    /// <summary>The pull request that brings it; null if none does.</summary>
    public SourcePullRequest? PullRequest { get; init; }

    /// <summary>Where a person can look at it.</summary>
    public string? Url { get; init; }
}
