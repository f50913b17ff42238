using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Stages;

/// <summary>What NextStage makes of a run. Called again with the same question it changes nothing and gives the same answer.</summary>
internal static class RunProgress
{
    public static Turn Next(Turn turn, NextStageRequest request)
    {
        if (turn.Run.HasEnded)
        {
            return turn;
        }

        var at = turn.Run.Stages.Count == 0 ? RunFlow.Begin(turn)
            : StageOf(turn.Run, request.Machine) is { } stage ? new StageTurn(turn, stage.StageName) : null;
        return at is null ? turn : Next(at, request, Asker(turn.Run, request));
    }

    /// <summary>The stage that a machine is at: it takes on one after the other.</summary>
    public static RunStage? StageOf(PipelineRun run, int machine) => run.Stages.LastOrDefault(stage => stage.Machine == machine);

    private static Turn Next(StageTurn at, NextStageRequest request, ParkedRun asker) => at.Stage.Phase switch
    {
        StagePhase.Door => StageDoor.Enter(at, asker),
        StagePhase.Done => at.Turn,
        _ when request.Position.Step != at.Stage.Step => at.Turn,
        StagePhase.Acting => StageWork.AfterActions(at.With(ActionOutcomes.Record(at, request.Position.Results ?? [])), asker),
        _ => StageWork.AfterRules(at.With(RuleOutcomes.Record(at, request.Position.Results ?? [])), asker),
    };

    private static ParkedRun Asker(PipelineRun run, NextStageRequest request) =>
        new(run.PipelineExecutionId, run.Number, request.TaskToken, request.EnteredTime ?? "", request.RetryCount, request.Position.Step, run.Mode);
}
