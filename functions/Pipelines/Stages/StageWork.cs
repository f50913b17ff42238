using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Stages;

/// <summary>What is done in a stage: its entry condition, its groups of actions, its success condition.</summary>
internal static class StageWork
{
    /// <summary>Begins the stage that the run has just entered, or goes on where it was left.</summary>
    public static Turn Begin(StageTurn at, ParkedRun asker)
    {
        var resume = at.Stage.Resume;
        at = at.Run.Mode == ExecutionMode.PARALLEL ? at : at.With(at.Turn.With(at.Turn.Lock(at.StageName).Show(at.Run.PipelineExecutionId)));
        var entered = at.With(at.Stage with { Status = StageExecutionStatus.InProgress, Phase = StagePhase.Acting, Resume = null, Message = null, EnteredAt = at.Now, EndedAt = null });
        return resume switch
        {
            null or { From: StagePhase.Entry } => ConditionGroup.Begin(entered, StagePhase.Entry) is { } judging ? AfterRules(judging, asker) : Act(entered, asker),
            { From: StagePhase.Leaving } => ActionsDone(entered, asker),
            { From: StagePhase.Done } => StageEnd.Succeeded(entered, asker),
            { Retry: { } mode } => Act(entered.With(ActionGroup.PutAside(entered.Stage, mode)), asker),
            _ => Act(entered, asker),
        };
    }

    /// <summary>Goes on when a group of actions has ended.</summary>
    public static Turn AfterActions(StageTurn at, ParkedRun asker)
    {
        var failed = at.Stage.Current.Where(action => action.Status is ActionExecutionStatus.Failed or ActionExecutionStatus.Abandoned).ToList();
        if (at.Run.Stop is not null && (failed.Count > 0 || RunFlow.HasMore(at)))
        {
            return StageEnd.Stopped(at, asker);
        }

        return failed.Count > 0
            ? StageFailure.Begin(at, string.Join('\n', failed.Select(action => $"{at.StageName}/{action.ActionName}: {action.Message}")), asker)
            : Act(at, asker);
    }

    /// <summary>Goes on when the rules of a condition have been judged; waits while one of them runs.</summary>
    public static Turn AfterRules(StageTurn at, ParkedRun asker)
    {
        if (at.Stage.Judging is not { } condition || at.Stage.RunningRules.Any())
        {
            return at.Turn;
        }

        if (at.Run.Stop is not null)
        {
            return StageEnd.Stopped(at, asker);
        }

        var judged = at.With(at.Stage.WithJudging(ConditionGroup.Judged(condition, at.Now)));
        return judged.Stage.Judging!.Status is ConditionExecutionStatus.Succeeded or ConditionExecutionStatus.Overridden
            ? Passed(judged, asker)
            : NotMet(judged, asker);
    }

    /// <summary>Begins what has not been begun, group by group.</summary>
    private static Turn Act(StageTurn at, ParkedRun asker)
    {
        if (ActionGroup.BeginNext(at) is not { } begun)
        {
            return ActionsDone(at, asker);
        }

        return begun.Stage.Running.Any() ? begun.Turn : AfterActions(begun, asker);
    }

    private static Turn ActionsDone(StageTurn at, ParkedRun asker) =>
        ConditionGroup.Begin(at, StagePhase.Leaving) is { } judging ? AfterRules(judging, asker) : StageEnd.Succeeded(at, asker);

    private static Turn Passed(StageTurn at, ParkedRun asker) => at.Stage.Phase switch
    {
        StagePhase.Entry => Act(at.With(at.Stage with { Phase = StagePhase.Acting }), asker),
        StagePhase.Leaving => StageEnd.Succeeded(at, asker),
        _ => StageEnd.Failed(at, at.Stage.Message ?? "", asker),
    };

    /// <summary>A condition's result is what happens when it is not met.</summary>
    private static Turn NotMet(StageTurn at, ParkedRun asker)
    {
        var result = at.Declared.ConditionOf(at.Stage.Phase)?.Result ?? Result.FAIL;
        return (at.Stage.Phase, result) switch
        {
            (StagePhase.Entry, Result.SKIP) => StageEnd.Skipped(at, asker),
            (StagePhase.Failing, Result.ROLLBACK) => StageEnd.RolledBack(at, at.Stage.Message ?? "", asker),
            (StagePhase.Failing, Result.RETRY) => StageFailure.RetryOnce(at, asker),
            (StagePhase.Failing, _) => StageEnd.Failed(at, at.Stage.Message ?? "", asker),
            (_, Result.ROLLBACK) => StageEnd.RolledBack(at, ConditionGroup.WhyNotMet(at), asker),
            _ => StageFailure.Begin(at, ConditionGroup.WhyNotMet(at), asker),
        };
    }
}
