using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Stages;

/// <summary>What a retry makes of a run whose stage failed or was stopped.</summary>
internal static class StageRetry
{
    /// <exception cref="StageNotRetryableException">Nothing in it failed, or it is not over.</exception>
    /// <exception cref="NotLatestPipelineExecutionException">A newer run has come to the stage since.</exception>
    public static Turn Decide(Turn turn, string stageName, StageRetryMode mode)
    {
        var stage = turn.Run.FindStage(stageName);
        if (stage is not { Phase: StagePhase.Done, Status: StageExecutionStatus.Failed or StageExecutionStatus.Stopped })
        {
            throw new StageNotRetryableException(stageName, stage is null ? "the run has not come to it" : $"it is {stage.Status?.ToString() ?? "not entered"}");
        }

        var again = stage with
        {
            Resume = ResumeOf(stage, mode),
            ManualRetries = stage.ManualRetries + 1,
            LatestRetry = RetryTrigger.ManualStageRetry,
        };
        return Reopened(turn, again);
    }

    /// <summary>The run goes on at a stage that it had left, with a machine of its own; others may have come to the stage since.</summary>
    public static Turn Reopened(Turn turn, RunStage stage)
    {
        var run = turn.Run;
        if (run.Mode != ExecutionMode.PARALLEL && turn.Lock(stage.StageName).Newest > run.Number)
        {
            throw new NotLatestPipelineExecutionException(stage.StageName, run.PipelineExecutionId);
        }

        var open = stage with { Phase = StagePhase.Door, Machine = run.Machines + 1, ArrivedAt = turn.Now, WaitedFor = null };
        return turn.With(run.WithStage(open) with
        {
            Status = PipelineExecutionStatus.InProgress,
            Machines = run.Machines + 1,
            Stop = null,
            SupersededBy = null,
            AsksForRollback = null,
            Message = null,
            LastUpdateTime = turn.Now,
        });
    }

    /// <summary>Where a stage that failed goes on.</summary>
    public static StageResume ResumeOf(RunStage stage, StageRetryMode mode) =>
        stage.Current.Any(action => action.Status is ActionExecutionStatus.Failed or ActionExecutionStatus.Abandoned) || mode == StageRetryMode.ALL_ACTIONS ? new(StagePhase.Acting, mode)
        : stage.OnSuccess is { Status: not ConditionExecutionStatus.Succeeded } ? new(StagePhase.Leaving)
        : stage.Actions.Count == 0 ? new(StagePhase.Entry)
        : new(StagePhase.Acting);
}
