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
    /// <summary>The answer to a run as it stands; null if it waits for a stage.</summary>
    internal static NextStageAnswer? To(Turn turn) => turn.Run.Phase switch
    {
        RunPhase.Acting => Of(turn.Run, NextStageBranch.Actions, [.. turn.Run.Running.Select(action => ActionOrder.Of(turn, action))]),
        RunPhase.Ended => Of(turn.Run, NextStageBranch.Ended, []),
        _ => null,
    };

    /// <summary>What a run is told that waited: to look again.</summary>
    internal static NextStageAnswer ToParked(string pipelineName, ParkedRun parked) =>
        new(pipelineName, parked.PipelineExecutionId, NextStageBranch.Repeat, parked.Step, PipelineExecutionStatus.InProgress, []);

    private static NextStageAnswer Of(PipelineRun run, NextStageBranch next, IReadOnlyList<ActionOrder> actions) =>
        new(run.PipelineName, run.PipelineExecutionId, next, run.Step, run.Status, actions);
}
