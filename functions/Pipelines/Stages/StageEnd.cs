using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Stages;

/// <summary>How a run leaves a stage.</summary>
internal static class StageEnd
{
    public static Turn Succeeded(StageTurn at, ParkedRun asker)
    {
        var left = Left(at, StageExecutionStatus.Succeeded);
        return RunFlow.After(at.Run.Type == ExecutionType.STANDARD ? left.With(left.Turn.With(left.Turn.Lock(at.StageName) with { Succeeded = at.Run.PipelineExecutionId })) : left, asker);
    }

    public static Turn Skipped(StageTurn at, ParkedRun asker) => RunFlow.After(Left(at, StageExecutionStatus.Skipped), asker);

    public static Turn Failed(StageTurn at, string message, ParkedRun? asker) =>
        RunFlow.After(Left(at.With(at.Stage with { Message = message }), StageExecutionStatus.Failed), asker);

    public static Turn Stopped(StageTurn at, ParkedRun? asker) => RunFlow.After(Left(at, StageExecutionStatus.Stopped), asker);

    /// <summary>Fails, and asks for the stage to be again as the last run left it that succeeded in it. A rollback that fails asks for no other.</summary>
    public static Turn RolledBack(StageTurn at, string message, ParkedRun asker)
    {
        var target = at.Run.Type == ExecutionType.STANDARD ? at.Turn.Lock(at.StageName).Succeeded : null;
        return target is null || target == at.Run.PipelineExecutionId
            ? Failed(at, $"{message}\nThere is no earlier run to roll the stage '{at.StageName}' back to.", asker)
            : Failed(at.With(at.Turn.With(at.Run with { AsksForRollback = new RollbackPlan(at.StageName, target) })), message, asker);
    }

    /// <summary>What still runs in it is abandoned.</summary>
    private static StageTurn Left(StageTurn at, StageExecutionStatus status)
    {
        var stage = at.Stage;
        var actions = stage.Actions.Select(action =>
            action.Status == ActionExecutionStatus.InProgress ? action with { Status = ActionExecutionStatus.Abandoned, LastUpdateTime = at.Now } : action);
        var judged = stage.Judging is { Status: ConditionExecutionStatus.InProgress } condition ? stage.WithJudging(ConditionGroup.Abandoned(condition, at.Now)) : stage;
        var done = judged with { Status = status, Phase = StagePhase.Done, Actions = [.. actions], EndedAt = at.Now };
        return at.With(StageDoor.Leave(at.Turn, at.StageName)).With(done);
    }
}
