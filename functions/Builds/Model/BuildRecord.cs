using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.Platform.Objects;
using Sluice.Platform.Runs;

namespace Sluice.Builds.Model;

/// <summary>A build as the table remembers it. Token, stop and status are on this one item, so that parking, stopping and ending never miss each other.</summary>
internal sealed record BuildRecord
{
    /// <summary>The UUID part of CodeBuild's <c>project:uuid</c>.</summary>
    public required string BuildId { get; init; }

    public required string ProjectName { get; init; }

    public required long Number { get; init; }

    public required BuildStatus Status { get; init; }

    public required string Initiator { get; init; }

    public required string Repository { get; init; }

    public required string CommitId { get; init; }

    public required IReadOnlyList<JobVariable> Environment { get; init; }

    public required int TimeoutInMinutes { get; init; }

    /// <summary>Where the build puts what it hands on: a bucket and a key prefix.</summary>
    public required ObjectRef Output { get; init; }

    /// <summary>The artifact's name in the pipeline; null if the action has no output.</summary>
    public string? OutputArtifact { get; init; }

    /// <summary>The pipeline's task that waits for this build. A bearer secret.</summary>
    public required string TaskToken { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public DateTimeOffset? BegunAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The machine's task that waits for a stop.</summary>
    public ParkedTask? StopTask { get; init; }

    /// <summary>How earlier versions of the suite wrote <see cref="StopTask"/>: their builds run on through an update.</summary>
    public string? StopToken
    {
        init => StopTask ??= value is null ? null : new ParkedTask(value, 0);
    }

    /// <summary>When a stop was asked for; null if it was not.</summary>
    public DateTimeOffset? StopRequestedAt { get; init; }

    public string? StopReason { get; init; }

    public IReadOnlyList<PhaseRecord>? Phases { get; init; }

    public ObjectRef? Manifest { get; init; }

    public IReadOnlyDictionary<string, string>? ExportedVariables { get; init; }

    public string? Message { get; init; }

    /// <summary>CodeBuild's id.</summary>
    public string FullId() => $"{ProjectName}:{BuildId}";

    public bool HasEnded() => Status != BuildStatus.InProgress;

    /// <summary>Why nothing more may be done for it; null if it may go on.</summary>
    public Exception? Obstacle() => HasEnded() || StopRequestedAt is not null ? new StopRecordedException($"The build {BuildId} is to stop or has ended.") : null;
}
