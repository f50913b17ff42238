using Sluice.BuildContract;
using Sluice.BuildContract.Batches;
using Sluice.Platform.Objects;
using Sluice.Platform.Tracing;

namespace Sluice.Builds.Model.Batches;

/// <summary>A batch of builds as the table remembers it: a graph whose nodes' states are in here.</summary>
internal sealed record BatchRecord
{
    /// <summary>The UUID part of CodeBuild's <c>project:uuid</c>.</summary>
    public required string BatchId { get; init; }

    public required string ProjectName { get; init; }

    public required long Number { get; init; }

    public required BuildStatus Status { get; init; }

    public required string Initiator { get; init; }

    /// <summary>The pipeline's action that it is made for; null if there is none.</summary>
    public ActionTask? Action { get; init; }

    /// <summary>The span of a pipeline's run that it is a part of; null if it is of none.</summary>
    public SpanContext? PartOf { get; init; }

    /// <summary>Those of each build, but for what the plan says of it.</summary>
    public required BuildSettings Settings { get; init; }

    public ProjectBuildBatchConfig? Config { get; init; }

    /// <summary>Where its builds' programs keep what they tell.</summary>
    public required ObjectRef Output { get; init; }

    /// <summary>How often it was started: each time has an execution of its own.</summary>
    public int Attempt { get; init; } = 1;

    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>The build that reads the plan: its UUID.</summary>
    public required string PlanBuildId { get; init; }

    /// <summary>When the plan was read.</summary>
    public DateTimeOffset? PlannedAt { get; init; }

    public BatchKind? Kind { get; init; }

    /// <summary>Whether builds that run are stopped when one fails.</summary>
    public bool FastFail { get; init; }

    /// <summary>In an order in which each comes after those that it depends on; empty before the plan is read.</summary>
    public IReadOnlyList<BatchGroup> Groups { get; init; } = [];

    /// <summary>The build that puts the artifacts of all into one for a pipeline; null before its turn.</summary>
    public BatchRun? Combining { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The machine's task that waits for the end.</summary>
    public ParkedTask? Task { get; init; }

    public DateTimeOffset? StopRequestedAt { get; init; }

    public string? StopReason { get; init; }

    /// <summary>What a stop makes of it: STOPPED, or TIMED_OUT if its time was over.</summary>
    public BuildStatus StopStatus { get; init; } = BuildStatus.Stopped;

    public string? ResolvedSourceVersion { get; init; }

    /// <summary>Of a fan-out, whose parts' reports are one each.</summary>
    public IReadOnlyList<string> ReportArns { get; init; } = [];

    public string? Message { get; init; }

    public IReadOnlyDictionary<string, string> ServiceVariables { get; init; } = new Dictionary<string, string>();

    /// <summary>CodeBuild's id.</summary>
    public string FullId() => BuildIds.Full(ProjectName, BatchId);

    /// <summary>What a pipeline is handed, by the pipeline's names for it.</summary>
    public IReadOnlyDictionary<string, ObjectRef> OutputArtifacts() =>
        Groups.Select(group => group.Current).Append(Combining).OfType<BatchRun>().SelectMany(run => run.OutputArtifacts).DistinctBy(output => output.Key).ToDictionary(StringComparer.Ordinal);

    /// <summary>Whether a pipeline wants one artifact of all of its builds.</summary>
    public bool CombinesForPipeline() => Config?.CombineArtifacts is true && Settings.OutputArtifacts is { Count: > 0 };

    public bool HasEnded() => Status != BuildStatus.InProgress;
}
