using System.Text.Json;
using Sluice.Pipelines.Records;
using Sluice.Platform.Json;
using Sluice.Platform.StateMachines;

namespace Sluice.Pipelines.Stages;

/// <summary>Records what the running actions reported and says what the run does next, or lets it wait for a stage.</summary>
public sealed class NextStage
{
    private readonly PipelineRunStore _runs;
    private readonly ParkedRuns _parked;
    private readonly IStateMachines _machines;

    internal NextStage(PipelineRunStore runs, ParkedRuns parked, IStateMachines machines)
    {
        _runs = runs;
        _parked = parked;
        _machines = machines;
    }

    /// <summary>Completes the request's token, now or when the stage is free. Safe to repeat.</summary>
    public async Task AnswerAsync(NextStageRequest request, CancellationToken cancellationToken = default)
    {
        var (pipeline, id) = (request.Position.PipelineName, request.Position.PipelineExecutionId);
        await _parked.WakeAgainAsync(pipeline, id, cancellationToken);
        var turn = await _runs.ChangeAsync(pipeline, id, seen => RunProgress.Next(seen, request), cancellationToken);
        // The others first: if this fails, the machine asks again, and they are woken again.
        await _parked.WakeAsync(pipeline, turn.Wakes, cancellationToken);
        if (NextStageAnswer.To(turn) is { } answer)
        {
            await _machines.SucceedTaskAsync(request.TaskToken, JsonSerializer.SerializeToNode(answer, SluiceJson.Options), cancellationToken);
        }
    }
}
