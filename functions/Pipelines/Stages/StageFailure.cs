using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Stages;

/// <summary>What becomes of a stage that has failed: its <c>onFailure</c>.</summary>
internal static class StageFailure
{
    public static Turn Begin(StageTurn at, string message, ParkedRun asker)
    {
        var failed = at.With(at.Stage with { Message = message });
        var says = at.Declared.OnFailure;
        if (says?.Result == Result.RETRY && at.Stage.AutomaticRetries == 0)
        {
            return RetryOnce(failed, asker);
        }

        return ConditionGroup.Begin(failed, StagePhase.Failing) is { } judging ? StageWork.AfterRules(judging, asker)
            : says is { Result: Result.ROLLBACK } ? StageEnd.RolledBack(failed, message, asker)
            : StageEnd.Failed(failed, message, asker);
    }

    /// <summary>CodePipeline tries once more by itself, and no more.</summary>
    public static Turn RetryOnce(StageTurn at, ParkedRun asker)
    {
        if (at.Stage.AutomaticRetries > 0)
        {
            return StageEnd.Failed(at, at.Stage.Message ?? "", asker);
        }

        var mode = at.Declared.OnFailure?.RetryConfiguration?.RetryMode ?? StageRetryMode.FAILED_ACTIONS;
        var again = at.Stage with { AutomaticRetries = 1, LatestRetry = RetryTrigger.AutomatedStageRetry, Resume = StageRetry.ResumeOf(at.Stage, mode) };
        return StageWork.Begin(at.With(again), asker);
    }
}
