using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Stages;

/// <summary>How a run ends: always without a stage and without a place at a door.</summary>
internal static class RunEnd
{
    /// <summary>Ends a run that is in no stage any more, by what happened in them.</summary>
    public static Turn Of(Turn turn)
    {
        var run = turn.Run;
        var failed = run.Stages.Where(stage => stage.Status == StageExecutionStatus.Failed).ToList();
        return run.Stop is { } stop && (failed.Count > 0 || !IsComplete(turn)) ? As(turn, PipelineExecutionStatus.Stopped, stop.Reason)
            : failed.Count > 0 ? As(turn, PipelineExecutionStatus.Failed, string.Join('\n', failed.Select(stage => stage.Message)))
            : run.SupersededBy is not null ? As(turn, PipelineExecutionStatus.Superseded, run.Message)
            : As(turn, PipelineExecutionStatus.Succeeded, null);
    }

    /// <summary>Ends a run now, whatever it is at.</summary>
    public static Turn Stopped(Turn turn, string? reason) => As(Left(turn, StageExecutionStatus.Stopped, null), PipelineExecutionStatus.Stopped, reason);

    /// <summary>Ends one stage of a run whose machine is gone; the run ends with it if it was the last.</summary>
    public static Turn Lost(StageTurn at, string message) => at.Stage.Phase == StagePhase.Door
        ? StageEnd.Failed(at.With(at.Stage with { Status = StageExecutionStatus.Failed }), message, asker: null)
        : StageEnd.Failed(at, message, asker: null);

    /// <summary>A run that waited at a door is ended by a newer one, unless it is in another stage, too: then it ends with that.</summary>
    public static PipelineRun SupersededBy(PipelineRun run, string stageName, string newer, DateTimeOffset now)
    {
        var gone = run.FindStage(stageName) is { } stage ? run.WithStage(stage with { Phase = StagePhase.Done, EndedAt = now }) : run;
        var superseded = gone with { SupersededBy = newer, Message = $"The newer run {newer} took its place at the next stage.", LastUpdateTime = now };
        return superseded.ActiveStages.Any() ? superseded : superseded with { Status = PipelineExecutionStatus.Superseded };
    }

    private static bool IsComplete(Turn turn) => turn.Run.Rollback is { } plan
        ? IsDone(turn.Run.FindStage(plan.StageName))
        : turn.Pipeline.Stages.All(stage => IsDone(turn.Run.FindStage(stage.Name)));

    private static bool IsDone(RunStage? stage) => stage is { Status: StageExecutionStatus.Succeeded or StageExecutionStatus.Skipped };

    private static Turn Left(Turn turn, StageExecutionStatus status, string? message)
    {
        var stages = turn.Run.Stages.Select(stage => stage.Phase switch
        {
            StagePhase.Done => stage,
            StagePhase.Door => stage with { Phase = StagePhase.Done, EndedAt = turn.Now },
            _ => Abandoned(stage, turn.Now) with { Status = status, Phase = StagePhase.Done, Message = message, EndedAt = turn.Now },
        });
        return turn.With(turn.Run with { Stages = [.. stages] });
    }

    private static RunStage Abandoned(RunStage stage, DateTimeOffset now)
    {
        var actions = stage.Actions.Select(action =>
            action.Status == ActionExecutionStatus.InProgress ? action with { Status = ActionExecutionStatus.Abandoned, LastUpdateTime = now } : action);
        var judged = stage.Judging is { Status: ConditionExecutionStatus.InProgress } condition ? stage.WithJudging(ConditionGroup.Abandoned(condition, now)) : stage;
        return judged with { Actions = [.. actions] };
    }

    private static Turn As(Turn turn, PipelineExecutionStatus status, string? message)
    {
        var left = StageDoor.LeaveAll(turn);
        return left.With(left.Run with { Status = status, Message = message, LastUpdateTime = turn.Now });
    }
}
