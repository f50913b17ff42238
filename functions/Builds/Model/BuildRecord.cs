using Sluice.BuildContract;
using Sluice.Platform.Objects;
using Sluice.Platform.Tracing;

namespace Sluice.Builds.Model;

/// <summary>A build as the table remembers it. Tokens, stop and status are on this one item, so that parking, stopping and ending never miss each other.</summary>
internal sealed record BuildRecord
{
    /// <summary>The UUID part of CodeBuild's <c>project:uuid</c>.</summary>
    public required string BuildId { get; init; }

    public required string ProjectName { get; init; }

    public required long Number { get; init; }

    public required BuildStatus Status { get; init; }

    public required string Initiator { get; init; }

    public required BuildSettings Settings { get; init; }

    /// <summary>Where the build's program keeps what it tells: a bucket and a key prefix.</summary>
    public required ObjectRef Output { get; init; }

    /// <summary>The pipeline's action that it is made for; null if there is none.</summary>
    public ActionTask? Action { get; init; }

    /// <summary>The span of a pipeline's run that it is a part of, by itself or with its batch; null if it is of none.</summary>
    public SpanContext? PartOf { get; init; }

    /// <summary>The batch that it is one of; null if it is of none.</summary>
    public BatchMember? Batch { get; init; }

    /// <summary>Where it stands among automatic retries; null if it is none and has none.</summary>
    public AutoRetry? Retry { get; init; }

    /// <summary>Whether it is a sandbox: a build's machine that runs single commands, as they come, until it is stopped.</summary>
    public bool IsSandbox { get; init; }

    /// <summary>Variables of CodeBuild's own that only whoever started it knows, such as a webhook's, by their full names.</summary>
    public IReadOnlyDictionary<string, string> ServiceVariables { get; init; } = new Dictionary<string, string>();

    /// <summary>By what its program proves that it is this build's. A bearer secret.</summary>
    public required string ProgressSecret { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>The name of the line in which it has its place; null before it has one.</summary>
    public string? Line { get; init; }

    /// <summary>Its place in its line; null before it has one.</summary>
    public long? Ticket { get; init; }

    /// <summary>The machine's task that waits for its turn.</summary>
    public ParkedTask? TurnTask { get; init; }

    public DateTimeOffset? BegunAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The machine's task that waits for a stop, and for signs of life.</summary>
    public ParkedTask? StopTask { get; init; }

    /// <summary>When a stop was asked for; null if it was not.</summary>
    public DateTimeOffset? StopRequestedAt { get; init; }

    public string? StopReason { get; init; }

    /// <summary>What its program told, from DOWNLOAD_SOURCE on; those that have ended.</summary>
    public IReadOnlyList<PhaseRecord> ProgramPhases { get; init; } = [];

    /// <summary>The phase that its program is in; null before it came up and after its end.</summary>
    public RunningPhase? Running { get; init; }

    public ObjectRef? Manifest { get; init; }

    /// <summary>The manifests of what its pipeline is handed, by the pipeline's names for it.</summary>
    public IReadOnlyDictionary<string, ObjectRef> OutputArtifacts { get; init; } = new Dictionary<string, ObjectRef>();

    /// <summary>What was stored, in users' buckets or for a pipeline.</summary>
    public IReadOnlyList<StoredArtifact> Artifacts { get; init; } = [];

    public IReadOnlyDictionary<string, string>? ExportedVariables { get; init; }

    /// <summary>What the source's version turned out to be; null before it was fetched.</summary>
    public string? ResolvedSourceVersion { get; init; }

    /// <summary>The reports that were made of its results.</summary>
    public IReadOnlyList<string> ReportArns { get; init; } = [];

    public string? Message { get; init; }

    /// <summary>CodeBuild's id.</summary>
    public string FullId() => BuildIds.Full(ProjectName, BuildId);

    /// <summary>What it is in ARNs.</summary>
    public string Kind() => IsSandbox ? "sandbox" : "build";

    /// <summary>Whether a client's id or ARN is its own, of its own kind.</summary>
    public bool IsCalled(string idOrArn) => idOrArn == FullId() || idOrArn.EndsWith($":{Kind()}/{FullId()}", StringComparison.Ordinal);

    /// <summary>Whether it only reads a batch's plan.</summary>
    public bool IsPlan() => IsHelper() && !Batch!.Combines;

    /// <summary>Whether it does something for a batch that is no build of the user's.</summary>
    public bool IsHelper() => Batch is { Identifier: null };

    /// <summary>Whether it is a build that somebody asked for, which is listed, counted and told of.</summary>
    public bool IsShown() => !IsHelper() && !IsSandbox;

    public bool HasEnded() => Status != BuildStatus.InProgress;

    /// <summary>Why nothing more may be done for it; null if it may go on.</summary>
    public Exception? Obstacle() => HasEnded() || StopRequestedAt is not null ? new StopRecordedException($"The build {BuildId} is to stop or has ended.") : null;
}
