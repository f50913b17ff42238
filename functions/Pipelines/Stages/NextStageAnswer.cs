using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Stages;

/// <summary>What the pipeline's machine does next.</summary>
/// <param name="PipelineName">The pipeline.</param>
/// <param name="PipelineExecutionId">The run.</param>
/// <param name="Next">Actions: do these. Again: ask again. Ended: the run has ended.</param>
/// <param name="Step">To be given back with the results.</param>
/// <param name="Status">The run's status.</param>
/// <param name="Actions">What to do now, at once.</param>
public sealed record NextStageAnswer(
    string PipelineName,
    string PipelineExecutionId,
    string Next,
    int Step,
    string Status,
    IReadOnlyList<ActionOrder> Actions)
{
    /// <summary>The answer to a run as it stands; null if it waits for a stage.</summary>
    internal static NextStageAnswer? To(Turn turn) => turn.Run.Phase switch
    {
        RunPhase.Acting => Of(turn.Run, "Actions", [.. turn.Run.Running.Select(action => ActionOrder.Of(turn, action))]),
        RunPhase.Ended => Of(turn.Run, "Ended", []),
        _ => null,
    };

    /// <summary>What a run is told that waited: to look again.</summary>
    internal static NextStageAnswer ToParked(string pipelineName, ParkedRun parked) =>
        new(pipelineName, parked.PipelineExecutionId, "Again", parked.Step, nameof(PipelineExecutionStatus.InProgress), []);

    private static NextStageAnswer Of(PipelineRun run, string next, IReadOnlyList<ActionOrder> actions) =>
        new(run.PipelineName, run.PipelineExecutionId, next, run.Step, run.Status.ToString(), actions);
}
