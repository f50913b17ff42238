using System.Text.Json.Serialization;
using Sluice.Platform.Objects;

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

    public ExecutionMode Mode { get; init; } = ExecutionMode.SUPERSEDED;

    public ExecutionType Type { get; init; } = ExecutionType.STANDARD;

    /// <summary>Of a rollback: the run whose artifacts and variables it takes, and the one stage that it goes through.</summary>
    public RollbackPlan? Rollback { get; init; }

    /// <summary>Of a rollback: what the run had made that it goes back to.</summary>
    public IReadOnlyDictionary<string, ObjectRef> InheritedArtifacts { get; init; } = new Dictionary<string, ObjectRef>();

    /// <summary>The name of the key that started it; null for a trigger.</summary>
    public string? StartedBy { get; init; }

    /// <summary>The pipeline's variables as they are in this run.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Rises by one when a group of actions or rules begins in any stage.</summary>
    public int Step { get; init; }

    /// <summary>How many executions of the machine were asked for: the next one's name ends in one more.</summary>
    public int Machines { get; init; } = 1;

    /// <summary>In the order in which the run came to them.</summary>
    public IReadOnlyList<RunStage> Stages { get; init; } = [];

    public StopRequest? Stop { get; init; }

    /// <summary>The newer run that took its place at a door.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>A rollback that this run's failure asks for, and that is to be started.</summary>
    public RollbackPlan? AsksForRollback { get; init; }

    public string? Message { get; init; }

    /// <summary>Whom the last change of this record lets go on: told again with every repetition, since the first telling may be lost.</summary>
    public IReadOnlyList<ParkedRun> Wakes { get; init; } = [];

    /// <summary>How many events were written of this run.</summary>
    public long Events { get; init; }

    [JsonIgnore]
    public bool HasEnded => Status is not (PipelineExecutionStatus.InProgress or PipelineExecutionStatus.Stopping);

    /// <summary>Stages that it is in, or waits for.</summary>
    [JsonIgnore]
    public IEnumerable<RunStage> ActiveStages => Stages.Where(stage => stage.Phase != StagePhase.Done);

    /// <summary>It enters no further stage.</summary>
    [JsonIgnore]
    public bool IsHalted => Stop is not null || SupersededBy is not null || Stages.Any(stage => stage is { Phase: StagePhase.Done, Status: StageExecutionStatus.Failed or StageExecutionStatus.Stopped });

    public RunStage? FindStage(string name) => Stages.FirstOrDefault(stage => stage.StageName == name);

    public PipelineRun WithStage(RunStage stage) => this with { Stages = [.. Stages.Select(there => there.StageName == stage.StageName ? stage : there)] };
}
