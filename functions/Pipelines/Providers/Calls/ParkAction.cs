using System.Text.Json.Nodes;
using Sluice.Pipelines.Records;
using Sluice.Platform.Runs;
using Sluice.Platform.StateMachines;

namespace Sluice.Pipelines.Providers.Calls;

/// <summary>Lets an action's machine wait until something happens: an event, or a stop. What happened before it is not waited for.</summary>
public sealed class ParkAction
{
    private readonly OwnActionStore _store;
    private readonly IStateMachines _machines;

    internal ParkAction(OwnActionStore store, IStateMachines machines) => (_store, _machines) = (store, machines);

    /// <summary>Keeps the request's token, or completes it at once.</summary>
    public async Task ParkAsync(ParkRequest request, CancellationToken cancellationToken = default)
    {
        var task = new ParkedTask(request.TaskToken, request.RetryCount);
        var (action, isParked) = await _store.DecideAsync(
            request.ActionExecutionId,
            seen => !seen.HasEnded && seen.StopReason is null && seen.Progress is CallingProgress progress && progress.Step == request.Step && progress.NudgesSeen == seen.Nudges
                ? new Decision<Model.OwnAction, bool>(task.IsOlderThan(seen.Parked) ? seen : seen with { Parked = task }, true)
                : new Decision<Model.OwnAction, bool>(seen, false),
            cancellationToken);
        if (!isParked)
        {
            await _machines.SucceedTaskAsync(request.TaskToken, new JsonObject { ["reason"] = action.StopReason ?? "it is over" }, cancellationToken);
        }
    }
}
