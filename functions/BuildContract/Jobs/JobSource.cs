using Sluice.Platform.Objects;

namespace Sluice.BuildContract.Jobs;

/// <summary>One source of a build.</summary>
public sealed record JobSource
{
    /// <summary>How it is fetched.</summary>
    public required JobSourceKind Kind { get; init; }

    /// <summary>Of a secondary source; null of the primary.</summary>
    public string? Identifier { get; init; }

    /// <summary>A git URL or an absolute path; null unless the source is a repository or a folder.</summary>
    public string? Repository { get; init; }

    /// <summary>A commit, branch, tag or <c>pr/N</c>; null for the repository's default branch. For S3 an object's version.</summary>
    public string? Version { get; init; }

    /// <summary>A zip in the suite's own store, or below a user's bucket: a key that ends with a slash is a folder. For <see cref="JobSourceKind.Archive"/> and <see cref="JobSourceKind.S3"/>.</summary>
    public ObjectRef? Object { get; init; }

    /// <summary>How many commits are fetched; 0 for all, with their tags and branches; null for the one that is built.</summary>
    public int? CloneDepth { get; init; }

    /// <summary>Whether submodules are fetched too.</summary>
    public bool FetchSubmodules { get; init; }

    /// <summary>Whether the host's certificate may be any.</summary>
    public bool InsecureSsl { get; init; }

    /// <summary>The ARN of the connection that a pipeline's source is read with. The service signs in by it when the build begins; null for none.</summary>
    public string? ConnectionArn { get; init; }

    /// <summary>Why it cannot be fetched, where the service knows that already; null for nothing.</summary>
    public string? Fault { get; init; }

    /// <summary>For git's basic authentication; null for git's own configuration.</summary>
    public JobCredential? Credential { get; init; }
}
