using System.Text.Json.Nodes;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Platform.Actions;
using Sluice.Platform.Runs;
using Sluice.Platform.StateMachines;

namespace Sluice.Pipelines.Providers;

/// <summary>How an action of Pipelines' own begins, changes and ends: its end is stored first, and then the pipeline's task completed with it, again with every repetition.</summary>
internal sealed class OwnActions(OwnActionStore store, ActionStops stops, ActionDocuments documents, IStateMachines machines, TimeProvider time)
{
    /// <summary>Records the action if it is new, takes the newest token, and carries out a stop that came before it.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="begin">How it begins, and what is written with it; asked only if it is new.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task BeginAsync(ActionRequest request, Func<DateTimeOffset, (OwnProgress Progress, IReadOnlyList<GuardedWrite> Also)> begin, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(request.ActionExecutionId, cancellationToken) is null)
        {
            var now = time.GetUtcNow();
            var (progress, also) = begin(now);
            await store.AddAsync(new OwnAction { Request = request, Progress = progress, StartedAt = now }, also, cancellationToken);
        }

        await ChangeAsync(request.ActionExecutionId, seen => seen.Request.TaskToken == request.TaskToken ? seen : seen with { Request = request }, cancellationToken);
        if (await stops.FindAsync(request.ActionExecutionId, cancellationToken) is { } stop)
        {
            await TryStopAsync(stop, cancellationToken);
        }
    }

    /// <summary>Changes the action, and tells the pipeline if it has ended.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="change">Pure; what it gives back unchanged is not written.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<OwnAction> ChangeAsync(string id, Func<OwnAction, OwnAction> change, CancellationToken cancellationToken) =>
        DecideAsync(id, seen => new Decision<OwnAction, bool>(change(seen), true), cancellationToken);

    /// <summary>The same with what is written beside it.</summary>
    public async Task<OwnAction> DecideAsync(string id, Func<OwnAction, Decision<OwnAction, bool>> decide, CancellationToken cancellationToken) =>
        (await AnswerAsync(id, decide, cancellationToken)).Action;

    /// <summary>The same with an answer, such as why it was not changed. Whoever waits for an action that has ended is told also then: who told them before may have died over it.</summary>
    public async Task<(OwnAction Action, T Answer)> AnswerAsync<T>(string id, Func<OwnAction, Decision<OwnAction, T>> decide, CancellationToken cancellationToken)
    {
        var (action, answer) = await store.DecideAsync(id, decide, cancellationToken);
        if (action.Result is { } result)
        {
            await documents.CompleteAsync(action.Request.TaskToken, result, cancellationToken);
            await WakeAsync(action, cancellationToken);
        }

        return (action, answer);
    }

    /// <summary>Lets the action's own machine look at it again, if that waits.</summary>
    public Task WakeAsync(OwnAction action, CancellationToken cancellationToken) =>
        action.Progress.Waiting() is { } waiting ? machines.SucceedTaskAsync(waiting.Token, null, cancellationToken) : Task.CompletedTask;

    /// <summary>Ends the action; what has ended stays as it ended, and the pipeline is told again.</summary>
    public Task<OwnAction> EndAsync(string id, ActionResult result, CancellationToken cancellationToken) => ChangeAsync(id, seen => seen.End(result, time.GetUtcNow()), cancellationToken);

    /// <summary>Stops the action, or notes that it is to stop.</summary>
    /// <returns>False if there is none yet.</returns>
    public async Task<bool> TryStopAsync(ActionStop stop, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(stop.ActionExecutionId, cancellationToken) is null)
        {
            return false;
        }

        var action = await ChangeAsync(stop.ActionExecutionId, seen => Stopped(seen, stop.Reason), cancellationToken);
        await WakeAsync(action, stop.Reason, cancellationToken);
        return true;
    }

    /// <summary>Has the action's machine look again: if it waits, now, and else instead of waiting.</summary>
    public async Task NudgeAsync(string id, string reason, CancellationToken cancellationToken) =>
        await WakeAsync(await ChangeAsync(id, seen => seen.HasEnded ? seen : seen with { Nudges = seen.Nudges + 1 }, cancellationToken), reason, cancellationToken);

    /// <summary>A dead token is no error.</summary>
    private async Task WakeAsync(OwnAction action, string reason, CancellationToken cancellationToken)
    {
        if (action.Parked is { } parked)
        {
            await machines.SucceedTaskAsync(parked.Token, new JsonObject { ["reason"] = reason }, cancellationToken);
        }
    }

    private OwnAction Stopped(OwnAction action, string reason) => action.HasEnded || action.StopReason is not null ? action
        : action.Progress.EndsByStop() ? (action with { StopReason = reason }).End(ActionResult.Failed("", $"Stopped: {reason}"), time.GetUtcNow())
        : action with { StopReason = reason };
}
