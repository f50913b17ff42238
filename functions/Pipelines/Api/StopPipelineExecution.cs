using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Stages;

namespace Sluice.Pipelines.Api;

/// <summary>
/// Records that a run is to stop. A run at a stage's door is stopped by that. One in a stage takes no further action; what runs there is returned, so
/// that its services can be told, and the run is stopped when they have answered.
/// </summary>
public sealed class StopPipelineExecution
{
    private readonly PipelineRunStore _runs;
    private readonly ParkedRuns _parked;

    internal StopPipelineExecution(PipelineRunStore runs, ParkedRuns parked)
    {
        _runs = runs;
        _parked = parked;
    }

    /// <returns>The actions that were running.</returns>
    /// <exception cref="PipelineExecutionNotFoundException">There is no such run.</exception>
    /// <exception cref="PipelineExecutionNotStoppableException">It has ended.</exception>
    /// <exception cref="DuplicatedStopRequestException">It is stopping, and this is no abandon.</exception>
    public async Task<IReadOnlyList<RunningAction>> StopAsync(StopRequestInput request, CancellationToken cancellationToken = default)
    {
        if (request.Reason is { Length: > 200 })
        {
            throw new ArgumentException("The reason of a stop has at most 200 characters.");
        }

        IReadOnlyList<RunningAction> running = [];
        var turn = await _runs.ChangeAsync(
            request.PipelineName,
            request.PipelineExecutionId,
            seen =>
            {
                running = Running(seen.Run);
                return RunStop.Decide(seen, request.Abandon, request.Reason);
            },
            cancellationToken);
        await _parked.WakeAsync(request.PipelineName, turn.Wakes, cancellationToken);
        return running;
    }

    internal static IReadOnlyList<RunningAction> Running(PipelineRun run) =>
        [.. run.Running.Select(action =>
            new RunningAction(run.Stage.StageName, action.ActionName, action.ActionTypeId.Provider, action.ActionExecutionId))];
}
