using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Stages;

/// <summary>How a run ends: always without a stage and without a place at a door.</summary>
internal static class RunEnd
{
    public static Turn Succeeded(Turn turn) => As(turn, PipelineExecutionStatus.Succeeded, null);

    public static Turn Failed(Turn turn, string message) =>
        As(turn.With(StageEndsAs(turn.Run, StageExecutionStatus.Failed, turn.Now)), PipelineExecutionStatus.Failed, message);

    public static Turn Stopped(Turn turn) =>
        As(turn.With(StageEndsAs(turn.Run, StageExecutionStatus.Stopped, turn.Now)), PipelineExecutionStatus.Stopped, turn.Run.Stop?.Reason);

    /// <summary>A newer run has entered the stage, or waits for it, already.</summary>
    public static Turn Superseded(Turn turn)
    {
        var stage = turn.StageToEnter.Name;
        return As(turn, PipelineExecutionStatus.Superseded, $"A newer run came to the stage '{stage}' first.");
    }

    public static PipelineRun SupersededBy(PipelineRun run, string newer, DateTimeOffset now) =>
        Ended(run, PipelineExecutionStatus.Superseded, $"The newer run {newer} took its place at the next stage.", now);

    private static Turn As(Turn turn, PipelineExecutionStatus status, string? message)
    {
        var left = StageDoor.LeaveAll(turn);
        return left.With(Ended(left.Run, status, message, turn.Now));
    }

    private static PipelineRun Ended(PipelineRun run, PipelineExecutionStatus status, string? message, DateTimeOffset now) =>
        run with { Status = status, Phase = RunPhase.Ended, Message = message, LastUpdateTime = now };

    /// <summary>Only a stage that the run is in; what still runs there is abandoned.</summary>
    private static PipelineRun StageEndsAs(PipelineRun run, StageExecutionStatus status, DateTimeOffset now)
    {
        if (run.Phase != RunPhase.Acting)
        {
            return run;
        }

        var actions = run.Stage.Actions.Select(action =>
            action.Status == ActionExecutionStatus.InProgress ? action with { Status = ActionExecutionStatus.Abandoned, LastUpdateTime = now } : action);
        return run.WithStage(run.Stage with { Status = status, Actions = [.. actions] });
    }
}
