using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Stages;

/// <summary>
/// CodePipeline's SUPERSEDED mode: a stage holds one run, one run waits before it, and a newer arrival takes the place of the one that waits. A run in
/// a stage is never ended by a newer one, and an older run never enters after a newer one.
/// </summary>
internal static class StageDoor
{
    /// <summary>Enters, waits, or is superseded.</summary>
    public static Turn Enter(Turn turn, ParkedRun parked)
    {
        var run = turn.Run;
        var stage = turn.Lock(turn.StageToEnter.Name);
        if (stage.Holder == run.PipelineExecutionId)
        {
            return ActionGroup.StartFirst(turn);
        }

        if (run.Number < stage.Newest)
        {
            return RunEnd.Superseded(turn);
        }

        return stage.Holder is null
            ? ActionGroup.StartFirst(turn.With(stage with { Holder = run.PipelineExecutionId, Newest = run.Number }))
            : Wait(turn, stage, parked);
    }

    /// <summary>Leaves every stage and every door: the run that waits at a stage that becomes free is in it from this moment.</summary>
    public static Turn LeaveAll(Turn turn) =>
        turn.Locks.Values.OrderBy(stage => stage.StageName, StringComparer.Ordinal).Aggregate(turn, Leave);

    private static Turn Leave(Turn turn, StageLock stage)
    {
        if (stage.Waiting?.PipelineExecutionId == turn.Run.PipelineExecutionId)
        {
            return turn.With(stage with { Waiting = null }).Wake(stage.Waiting);
        }

        if (stage.Holder != turn.Run.PipelineExecutionId)
        {
            return turn;
        }

        var next = stage.Waiting;
        return turn
            .With(stage with { Holder = next?.PipelineExecutionId, Waiting = null, Newest = Math.Max(stage.Newest, next?.Number ?? 0) })
            .Wake(next);
    }

    private static Turn Wait(Turn turn, StageLock stage, ParkedRun parked)
    {
        if (stage.Waiting is not { } other)
        {
            return turn.With(stage with { Waiting = parked });
        }

        if (other.PipelineExecutionId == parked.PipelineExecutionId)
        {
            return parked.IsOlderThan(other) ? turn : turn.With(stage with { Waiting = parked });
        }

        return other.Number > parked.Number ? RunEnd.Superseded(turn) : TakePlaceOf(turn, stage, other, parked);
    }

    private static Turn TakePlaceOf(Turn turn, StageLock stage, ParkedRun other, ParkedRun parked)
    {
        var ended = turn.Waiting.TryGetValue(other.PipelineExecutionId, out var run) && run.Phase == RunPhase.Entering
            ? turn with { Waiting = turn.Waiting.SetItem(run.PipelineExecutionId, RunEnd.SupersededBy(run, parked.PipelineExecutionId, turn.Now)) }
            : turn;
        return ended.With(stage with { Waiting = parked }).Wake(other);
    }
}
