using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Stages;

/// <summary>
/// CodePipeline's execution modes. SUPERSEDED: a stage holds one run, one run waits before it, and a newer arrival takes the place of the one that waits; a run in a stage is never ended by a newer one, and an older run
/// never enters after a newer one. QUEUED: all wait, and enter by age. PARALLEL: nobody waits for anybody. Into a stage whose transition is disabled nobody goes.
/// </summary>
internal static class StageDoor
{
    /// <summary>Enters, waits, or is superseded.</summary>
    public static Turn Enter(StageTurn at, ParkedRun asker)
    {
        var (run, stage) = (at.Run, at.Turn.Lock(at.StageName));
        if (run.IsHalted)
        {
            return GiveUp(at);
        }

        if (stage.Holder == run.PipelineExecutionId)
        {
            return StageWork.Begin(at, asker);
        }

        if (run.Mode == ExecutionMode.SUPERSEDED && run.Number < stage.Newest)
        {
            return Superseded(at, stage.Holder);
        }

        return IsOpenTo(run, stage) ? StageWork.Begin(at.With(Taken(at.Turn, stage)), asker) : Wait(at, stage, asker);
    }

    /// <summary>Leaves a stage and its door: the run that waits at a stage that becomes free is in it from this moment.</summary>
    public static Turn Leave(Turn turn, string stageName)
    {
        var (run, stage) = (turn.Run.PipelineExecutionId, turn.Lock(stageName));
        var parked = stage.Queue.FirstOrDefault(waiting => waiting.PipelineExecutionId == run);
        var without = parked is null ? turn : turn.With(stage = stage.Without(run)).Wake(parked);
        return stage.Holder == run ? Admit(without, stage with { Holder = null }) : without;
    }

    /// <summary>Leaves every stage and every door.</summary>
    public static Turn LeaveAll(Turn turn) => turn.Locks.Keys.Order(StringComparer.Ordinal).Aggregate(turn, Leave);

    /// <summary>Lets in whose turn it is, if the stage is free and open.</summary>
    public static (StageLock Stage, IReadOnlyList<ParkedRun> Admitted) Admit(StageLock stage)
    {
        if (stage.IsClosed)
        {
            return (stage, []);
        }

        var parallel = stage.Queue.Where(parked => parked.Mode == ExecutionMode.PARALLEL).ToList();
        var next = stage.Holder is null ? stage.Queue.Where(parked => parked.Mode != ExecutionMode.PARALLEL).MinBy(parked => parked.Number) : null;
        IReadOnlyList<ParkedRun> admitted = next is null ? parallel : [.. parallel, next];
        var left = admitted.Aggregate(stage, (there, parked) => there.Without(parked.PipelineExecutionId));
        return (next is null ? left : left with { Holder = next.PipelineExecutionId, Newest = Math.Max(left.Newest, next.Number) }, admitted);
    }

    private static Turn Admit(Turn turn, StageLock stage)
    {
        var (after, admitted) = Admit(stage);
        return admitted.Aggregate(turn.With(after), (told, parked) => told.Wake(parked));
    }

    private static bool IsOpenTo(PipelineRun run, StageLock stage) => !stage.IsClosed && run.Mode switch
    {
        ExecutionMode.PARALLEL => true,
        ExecutionMode.QUEUED => stage.Holder is null && !stage.Queue.Any(parked => parked.Number < run.Number),
        _ => stage.Holder is null,
    };

    private static Turn Taken(Turn turn, StageLock stage)
    {
        var (run, left) = (turn.Run, stage.Without(turn.Run.PipelineExecutionId));
        return run.Mode == ExecutionMode.PARALLEL ? turn : turn.With(left with { Holder = run.PipelineExecutionId, Newest = Math.Max(left.Newest, run.Number) });
    }

    private static Turn Wait(StageTurn at, StageLock stage, ParkedRun asker)
    {
        if (stage.Queue.FirstOrDefault(parked => parked.PipelineExecutionId == asker.PipelineExecutionId) is { } known && asker.IsOlderThan(known))
        {
            return at.Turn;
        }

        at = Noted(at, stage.IsClosed ? StageWait.Transition : StageWait.Stage);
        var other = asker.Mode == ExecutionMode.SUPERSEDED
            ? stage.Queue.FirstOrDefault(parked => parked.Mode == ExecutionMode.SUPERSEDED && parked.PipelineExecutionId != asker.PipelineExecutionId)
            : null;
        return other is null ? at.Turn.With(stage.Park(asker))
            : other.Number > asker.Number ? Superseded(at, other.PipelineExecutionId)
            : TakePlaceOf(at.Turn, stage, other, asker);
    }

    // The run is asked for again and again while it waits, and what it waited for at first is what is told.
    private static StageTurn Noted(StageTurn at, StageWait why) => at.Stage.WaitedFor is null ? at.With(at.Turn.With(at.Run.WithStage(at.Stage with { WaitedFor = why }))) : at;

    private static Turn TakePlaceOf(Turn turn, StageLock stage, ParkedRun other, ParkedRun asker)
    {
        var ended = turn.Waiting.TryGetValue(other.PipelineExecutionId, out var run) && !run.HasEnded
            ? turn with { Waiting = turn.Waiting.SetItem(run.PipelineExecutionId, RunEnd.SupersededBy(run, stage.StageName, asker.PipelineExecutionId, turn.Now)) }
            : turn;
        return ended.With(stage.Without(other.PipelineExecutionId).Park(asker)).Wake(other);
    }

    /// <summary>A newer run has entered the stage, or waits for it, already.</summary>
    private static Turn Superseded(StageTurn at, string? newer) =>
        GiveUp(at.With(at.Turn.With(at.Run with { SupersededBy = newer ?? "", Message = $"A newer run came to the stage '{at.StageName}' first." })));

    private static Turn GiveUp(StageTurn at) => RunFlow.After(at.With(Leave(at.Turn, at.StageName)).With(at.Stage with { Phase = StagePhase.Done, EndedAt = at.Now }), asker: null);
}
