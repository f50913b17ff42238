using System.Text.Json.Serialization;

namespace Sluice.Pipelines.Model;

/// <summary>All that is known of a run: one item, always written whole and with a condition on its revision.</summary>
internal sealed record PipelineRun
{
    public required string PipelineName { get; init; }

    public required string PipelineExecutionId { get; init; }

    /// <summary>Rises by one with every run of the pipeline: it says which of two runs is newer.</summary>
    public required long Number { get; init; }

    /// <summary>The version of the pipeline that it began with, and goes on by.</summary>
    public required int PipelineVersion { get; init; }

    public required PipelineExecutionStatus Status { get; init; }

    public required ExecutionTrigger Trigger { get; init; }

    public required DateTimeOffset StartTime { get; init; }

    public required DateTimeOffset LastUpdateTime { get; init; }

    public required IReadOnlyList<SourceCommit> SourceRevisions { get; init; }

    public RunPhase Phase { get; init; } = RunPhase.Entering;

    public int StageIndex { get; init; }

    public int RunOrder { get; init; }

    /// <summary>Rises by one when a group of actions begins: a result for an older step is a repetition.</summary>
    public int Step { get; init; }

    public IReadOnlyList<RunStage> Stages { get; init; } = [];

    public StopRequest? Stop { get; init; }

    public string? Message { get; init; }

    /// <summary>Whom the last change of this record lets go on: told again with every repetition, since the first telling may be lost.</summary>
    public IReadOnlyList<ParkedRun> Wakes { get; init; } = [];

    /// <summary>How many events were written of this run.</summary>
    public long Events { get; init; }

    /// <summary>The stage that it is in, or was in last.</summary>
    [JsonIgnore]
    public RunStage Stage => Stages[^1];

    /// <summary>The actions that run now.</summary>
    [JsonIgnore]
    public IEnumerable<RunAction> Running =>
        Phase == RunPhase.Acting ? Stage.Actions.Where(action => action.Status == ActionExecutionStatus.InProgress) : [];

    public PipelineRun WithStage(RunStage stage) => this with { Stages = [.. Stages.SkipLast(1), stage] };
}
