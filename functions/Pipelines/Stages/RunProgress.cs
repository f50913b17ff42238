using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Stages;

/// <summary>What NextStage makes of a run. Called again with the same question it changes nothing and gives the same answer.</summary>
internal static class RunProgress
{
    public static Turn Next(Turn turn, NextStageRequest request) => turn.Run.Phase switch
    {
        RunPhase.Entering => StageDoor.Enter(turn, Park(turn, request)),
        RunPhase.Acting when request.Position.Step == turn.Run.Step =>
            AfterGroup(turn.With(ActionOutcomes.Record(turn, request.Position.Results ?? [])), request),
        _ => turn,
    };

    private static Turn AfterGroup(Turn turn, NextStageRequest request)
    {
        var failed = turn.Run.Stage.Actions.Where(action => action.Status == ActionExecutionStatus.Failed).ToList();
        if (failed.Count > 0 && turn.Run.Stop is null)
        {
            return RunEnd.Failed(turn, string.Join('\n', failed.Select(action => $"{turn.Run.Stage.StageName}/{action.ActionName}: {action.Message}")));
        }

        return failed.Count > 0 || (turn.Run.Stop is not null && HasMore(turn))
            ? RunEnd.Stopped(turn)
            : ActionGroup.StartNext(turn) ?? AfterStage(turn, request);
    }

    private static bool HasMore(Turn turn) =>
        turn.Run.StageIndex < turn.Pipeline.Stages.Count - 1 || turn.StageToEnter.Actions.Any(action => action.Order() > turn.Run.RunOrder);

    /// <summary>The stage is left and the next one's door reached in one write, so that no other run sees this one nowhere.</summary>
    private static Turn AfterStage(Turn turn, NextStageRequest request)
    {
        var run = turn.Run.WithStage(turn.Run.Stage with { Status = StageExecutionStatus.Succeeded });
        if (run.StageIndex == turn.Pipeline.Stages.Count - 1)
        {
            return RunEnd.Succeeded(turn.With(run));
        }

        var outside = StageDoor.LeaveAll(turn.With(run with { Phase = RunPhase.Entering, StageIndex = run.StageIndex + 1, RunOrder = 0 }));
        return StageDoor.Enter(outside, Park(outside, request));
    }

    private static ParkedRun Park(Turn turn, NextStageRequest request) =>
        new(turn.Run.PipelineExecutionId, turn.Run.Number, request.TaskToken, request.EnteredTime ?? "", request.RetryCount, turn.Run.Step);
}
