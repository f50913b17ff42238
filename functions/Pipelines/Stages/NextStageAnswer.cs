using System.Text.Json.Serialization;
using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Stages;

/// <summary>What the pipeline's machine does next.</summary>
/// <param name="PipelineName">The pipeline.</param>
/// <param name="PipelineExecutionId">The run.</param>
/// <param name="Next">Which way its Choice goes.</param>
/// <param name="Step">To be given back with the results.</param>
/// <param name="Status">The run's status.</param>
/// <param name="Actions">What to do now, at once.</param>
internal sealed record NextStageAnswer(
    string PipelineName,
    string PipelineExecutionId,
    [property: JsonRequired] NextStageBranch Next,
    int Step,
    [property: JsonRequired] PipelineExecutionStatus Status,
    IReadOnlyList<ActionOrder> Actions)
{
    /// <summary>The answer to a machine of a run as it stands; null if it waits for a stage.</summary>
    internal static NextStageAnswer? To(Turn turn, int machine)
    {
        var run = turn.Run;
        var stage = run.HasEnded ? null : RunProgress.StageOf(run, machine);
        return stage switch
        {
            null or { Phase: StagePhase.Done } => Of(run, stage, NextStageBranch.Ended, []),
            { Phase: StagePhase.Door } => Waits(turn, stage) ? null : Of(run, stage, NextStageBranch.Repeat, []),
            _ => Of(run, stage, NextStageBranch.Actions, [.. ActionOrder.Of(new StageTurn(turn, stage.StageName))]),
        };
    }

    /// <summary>What a run is told that waited: to look again.</summary>
    internal static NextStageAnswer ToParked(string pipelineName, ParkedRun parked) =>
        new(pipelineName, parked.PipelineExecutionId, NextStageBranch.Repeat, parked.Step, PipelineExecutionStatus.InProgress, []);

    private static bool Waits(Turn turn, RunStage stage) => turn.Lock(stage.StageName).Queue.Any(parked => parked.PipelineExecutionId == turn.Run.PipelineExecutionId);

    private static NextStageAnswer Of(PipelineRun run, RunStage? stage, NextStageBranch next, IReadOnlyList<ActionOrder> actions) =>
        new(run.PipelineName, run.PipelineExecutionId, next, stage?.Step ?? run.Step, run.Status, actions);
}
