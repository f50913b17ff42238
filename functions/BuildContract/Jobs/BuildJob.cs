using Sluice.Platform.Objects;

namespace Sluice.BuildContract.Jobs;

/// <summary>
/// All that a build's program is told: the service writes it to <c>job.json</c> below the build's output when the build's turn comes, and deletes it when the build has ended, since it can hold secrets.
/// What is inherited from the project and what a request overrode is already decided in it.
/// </summary>
public sealed record BuildJob
{
    /// <summary>The build's id in CodeBuild's form, <c>project:uuid</c>.</summary>
    public required string BuildId { get; init; }

    /// <summary>The build's ARN.</summary>
    public required string BuildArn { get; init; }

    /// <summary>The build's number in its project, from 1.</summary>
    public required long BuildNumber { get; init; }

    /// <summary>Who started it, e.g. <c>codepipeline/name</c> or a user's name.</summary>
    public required string Initiator { get; init; }

    /// <summary>Where the program keeps what it tells the service: a bucket and a key prefix without a slash at its end.</summary>
    public required ObjectRef Output { get; init; }

    /// <summary>After how many seconds the build is ended, from 1.</summary>
    public required int TimeoutSeconds { get; init; }

    /// <summary>What is built.</summary>
    public required JobSource Source { get; init; }

    /// <summary>Further sources, each in a folder of its own.</summary>
    public IReadOnlyList<JobSource> SecondarySources { get; init; } = [];

    /// <summary>In place of <c>buildspec.yml</c> at the source's root: YAML itself, a path in the source, or <c>arn:aws:s3:::bucket/key</c>. Null for the default.</summary>
    public string? Buildspec { get; init; }

    /// <summary>The project's variables and, over them, those of whoever started the build. They beat the buildspec's.</summary>
    public IReadOnlyList<JobVariable> Environment { get; init; } = [];

    /// <summary>Variables that CodeBuild itself sets and only the service knows, e.g. <c>CODEBUILD_WEBHOOK_TRIGGER</c>, by their full names.</summary>
    public IReadOnlyDictionary<string, string> ServiceVariables { get; init; } = new Dictionary<string, string>();

    /// <summary>The project's image, e.g. <c>aws/codebuild/standard:7.0</c>. Null and <c>local</c> are the machine that the program is on.</summary>
    public string? Image { get; init; }

    /// <summary>For the image's registry; null for one that asks for none.</summary>
    public JobCredential? RegistryCredential { get; init; }

    /// <summary>Whether the build may run containers itself.</summary>
    public bool PrivilegedMode { get; init; }

    /// <summary>What is handed on; null for nothing.</summary>
    public JobArtifact? Artifacts { get; init; }

    /// <summary>What is handed on beside it, by identifiers that the buildspec knows.</summary>
    public IReadOnlyList<JobArtifact> SecondaryArtifacts { get; init; } = [];

    /// <summary>What the pipeline calls that which is handed on to it; null where nobody names it, and all that the buildspec describes is handed on.</summary>
    public IReadOnlyList<string>? OutputArtifacts { get; init; }

    /// <summary>What is kept from build to build; null for nothing.</summary>
    public JobCache? Cache { get; init; }

    /// <summary>Where the log goes besides the program's own output.</summary>
    public JobLogs Logs { get; init; } = new();

    /// <summary>The batch that the build is one of; null if it is of none.</summary>
    public JobBatch? Batch { get; init; }

    /// <summary>Whether <c>codebuild-breakpoint</c> pauses.</summary>
    public bool DebugSession { get; init; }

    /// <summary>What is to be done with the source.</summary>
    public JobMode Mode { get; init; }

    /// <summary>By what the program proves, when it tells the service how far it is, that it is this build's. A bearer secret.</summary>
    public string? ProgressSecret { get; init; }
}
