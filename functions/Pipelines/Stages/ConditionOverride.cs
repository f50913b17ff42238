using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Stages;

/// <summary>What becomes of a run when somebody says that a condition is not to count.</summary>
internal static class ConditionOverride
{
    /// <exception cref="ConditionNotOverridableException">The condition stops nobody now.</exception>
    /// <exception cref="NotLatestPipelineExecutionException">A newer run has come to the stage since.</exception>
    public static Turn Decide(Turn turn, string stageName, ConditionType type)
    {
        var phase = type == ConditionType.BEFORE_ENTRY ? StagePhase.Entry : StagePhase.Leaving;
        var stage = turn.Run.FindStage(stageName) ?? throw new ConditionNotOverridableException(stageName, "the run has not come to the stage");
        var condition = phase == StagePhase.Entry ? stage.BeforeEntry : stage.OnSuccess;
        if (condition is null)
        {
            throw new ConditionNotOverridableException(stageName, "it has not been asked");
        }

        var overridden = condition with { Status = ConditionExecutionStatus.Overridden, LastStatusChange = turn.Now, Summary = "Overridden by a user." };
        if (stage.Phase == phase && condition.Status == ConditionExecutionStatus.InProgress)
        {
            return turn.With(turn.Run.WithStage(stage.WithJudging(overridden)) with { LastUpdateTime = turn.Now });
        }

        return stage is { Phase: StagePhase.Done, Status: StageExecutionStatus.Failed } && condition.Status == ConditionExecutionStatus.Failed
            ? StageRetry.Reopened(turn, Kept(stage, phase, overridden) with { Resume = new StageResume(phase == StagePhase.Entry ? StagePhase.Acting : StagePhase.Done) })
            : throw new ConditionNotOverridableException(stageName, $"it is {condition.Status}, and the stage is {stage.Status?.ToString() ?? "not entered"}");
    }

    private static RunStage Kept(RunStage stage, StagePhase phase, RunCondition condition) =>
        phase == StagePhase.Entry ? stage with { BeforeEntry = condition } : stage with { OnSuccess = condition };
}
