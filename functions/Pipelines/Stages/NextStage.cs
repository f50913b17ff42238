using System.Text.Json;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Platform.Json;
using Sluice.Platform.StateMachines;

namespace Sluice.Pipelines.Stages;

/// <summary>Records what the running actions reported and says what the run does next, or lets it wait for a stage.</summary>
public sealed class NextStage
{
    private readonly PipelineRunStore _runs;
    private readonly ReportedVariables _variables;
    private readonly ParkedRuns _parked;
    private readonly Rollbacks _rollbacks;
    private readonly CarriedDocuments _documents;
    private readonly IStateMachines _machines;

    internal NextStage(PipelineRunStore runs, ReportedVariables variables, ParkedRuns parked, Rollbacks rollbacks, CarriedDocuments documents, IStateMachines machines)
    {
        (_runs, _variables, _parked, _rollbacks, _documents, _machines) = (runs, variables, parked, rollbacks, documents, machines);
    }

    /// <summary>Completes the request's token, now or when the stage is free. Safe to repeat. The machine of a run that was deleted is told that there is nothing to do.</summary>
    public async Task AnswerAsync(NextStageRequest request, CancellationToken cancellationToken = default) => await AnswerWholeAsync(await _documents.WholeAsync(request, cancellationToken), cancellationToken);

    private async Task AnswerWholeAsync(NextStageRequest request, CancellationToken cancellationToken)
    {
        var (pipeline, id) = (request.Position.PipelineName, request.Position.PipelineExecutionId);
        if (await _runs.FindAsync(pipeline, id, cancellationToken) is not { Value: var run })
        {
            await SucceedAsync(request, new NextStageAnswer(pipeline, id, NextStageBranch.Ended, 0, PipelineExecutionStatus.Cancelled, []), cancellationToken);
            return;
        }

        await _parked.WakeAsync(pipeline, run.Wakes, cancellationToken);
        await _variables.KeepAsync(run, request, cancellationToken);
        var turn = await _runs.ChangeAsync(pipeline, id, seen => RunProgress.Next(seen, request), cancellationToken);
        // The others first: if this fails, the machine asks again, and they are woken again.
        await _parked.WakeAsync(pipeline, turn.Wakes, cancellationToken);
        await _rollbacks.StartAskedAsync(turn.Run, cancellationToken);
        if (NextStageAnswer.To(turn, request.Machine) is { } answer)
        {
            await SucceedAsync(request, await _documents.ShortAsync(answer, cancellationToken), cancellationToken);
        }
    }

    private Task SucceedAsync(NextStageRequest request, NextStageAnswer answer, CancellationToken cancellationToken) =>
        _machines.SucceedTaskAsync(request.TaskToken, JsonSerializer.SerializeToNode(answer, SluiceJson.Options), cancellationToken);
}
