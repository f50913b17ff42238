using Sluice.Pipelines.Events;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Stages;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>
/// Records that a run is to stop. A run at a stage's door is stopped by that. One in a stage takes no further action; what runs there is returned, so
/// that its services can be told, and the run is stopped when they have answered.
/// </summary>
public sealed class ExecutionStops
{
    private readonly PipelineRunStore _runs;
    private readonly ParkedRuns _parked;

    internal ExecutionStops(PipelineRunStore runs, ParkedRuns parked) => (_runs, _parked) = (runs, parked);

    /// <returns>The actions that were running.</returns>
    /// <exception cref="PipelineExecutionNotFoundException">There is no such run.</exception>
    /// <exception cref="PipelineExecutionNotStoppableException">It has ended.</exception>
    /// <exception cref="DuplicatedStopRequestException">It is stopping, and this is no abandon.</exception>
    public async Task<IReadOnlyList<RunningAction>> StopAsync(StopRequestInput request, CancellationToken cancellationToken = default)
    {
        // Whoever asked before may have died before telling them.
        var seen = await _runs.GetAsync(request.PipelineName, request.PipelineExecutionId, cancellationToken);
        await _parked.WakeAsync(request.PipelineName, seen.Value.Wakes, cancellationToken);
        IReadOnlyList<RunningAction> running = [];
        var turn = await _runs.ChangeAsync(
            request.PipelineName,
            request.PipelineExecutionId,
            before =>
            {
                running = [.. before.Run.Stages.SelectMany(stage => RunningWork.Of(before.Pipeline, before.Run, stage)).Select(RunningAction.Of)];
                return RunStop.Decide(before, request.Abandon, request.Reason);
            },
            cancellationToken);
        await _parked.WakeAsync(request.PipelineName, turn.Wakes, cancellationToken);
        return running;
    }
}
