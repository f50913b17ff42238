using System.Collections.Immutable;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Shapes;
using Sluice.Pipelines.Stages;

namespace Sluice.Local.Commands.Planning;

/// <summary>How a new run would come into a stage as things are: the service's own decision is asked, of a stage in which nothing is to be done.</summary>
internal static class PlannedDoors
{
    private const string New = "new";

    public static PlannedEntry Of(PipelineDeclaration pipeline, StageDeclaration stage, StageState? seen, DateTimeOffset now)
    {
        var mode = pipeline.Mode();
        var door = Lock(stage.Name, seen, mode);
        var turn = new Turn(Empty(pipeline, stage), Run(pipeline, stage, mode, now), ImmutableDictionary<string, StageLock>.Empty.Add(stage.Name, door), ImmutableDictionary<string, PipelineRun>.Empty, now);
        var after = StageDoor.Enter(new StageTurn(turn, stage.Name), Parked(New, long.MaxValue, mode)).Lock(stage.Name);
        var isOpen = after.Queue.All(parked => parked.PipelineExecutionId != New);
        var waiting = door.Queue.Select(parked => parked.PipelineExecutionId).ToList();
        var left = after.Queue.Select(parked => parked.PipelineExecutionId).ToHashSet(StringComparer.Ordinal);
        return new PlannedEntry(isOpen, isOpen ? null : door.Holder, isOpen ? [] : [.. waiting.Where(run => !left.Contains(run))], isOpen ? [] : [.. waiting.Where(left.Contains)], door.IsClosed ? door.Transition!.ChangedBy : null, door.IsClosed ? door.Transition!.Reason : null);
    }

    private static StageLock Lock(string name, StageState? seen, ExecutionMode mode) => new(name)
    {
        Holder = mode != ExecutionMode.PARALLEL && seen?.LatestExecution is { Status: StageExecutionStatus.InProgress or StageExecutionStatus.Stopping } latest ? latest.PipelineExecutionId : null,
        Queue = [.. (seen?.InboundExecutions ?? []).Select((run, place) => Parked(run.PipelineExecutionId, place + 1, mode))],
        Transition = seen?.InboundTransitionState is { Enabled: false } closed ? new StageTransition(Enabled: false, closed.DisabledReason, closed.LastChangedAt ?? default, closed.LastChangedBy ?? "") : null,
    };

    private static PipelineDeclaration Empty(PipelineDeclaration pipeline, StageDeclaration stage) => pipeline with { Stages = [new StageDeclaration { Name = stage.Name, Actions = [] }] };

    private static PipelineRun Run(PipelineDeclaration pipeline, StageDeclaration stage, ExecutionMode mode, DateTimeOffset now) => new()
    {
        PipelineName = pipeline.Name,
        PipelineExecutionId = New,
        Number = long.MaxValue,
        PipelineVersion = pipeline.Number(),
        Status = PipelineExecutionStatus.InProgress,
        Trigger = new ExecutionTrigger(),
        StartTime = now,
        LastUpdateTime = now,
        SourceRevisions = [],
        Mode = mode,
        Stages = [new RunStage { StageName = stage.Name, ArrivedAt = now }],
    };

    private static ParkedRun Parked(string run, long number, ExecutionMode mode) => new(run, number, "", "", 0, 0, mode);
}
