using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Platform.Events;
using Sluice.Platform.Objects;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Providers.Calls;

/// <summary>Decides what an action's machine does next. Safe to repeat: a report of a step that is over has the answer that it had.</summary>
public sealed class AdvanceAction
{
    private readonly OwnActionStore _store;
    private readonly OwnActions _actions;
    private readonly StartAction _providers;
    private readonly TimeProvider _time;

    internal AdvanceAction(OwnActionStore store, OwnActions actions, StartAction providers, TimeProvider time) =>
        (_store, _actions, _providers, _time) = (store, actions, providers, time);

    /// <summary>Records what the last call brought, and says what is next.</summary>
    /// <exception cref="KeyNotFoundException">There is no such action.</exception>
    public async Task<AdvanceAnswer> AdvanceAsync(AdvanceRequest request, CancellationToken cancellationToken = default)
    {
        var action = await _store.FindAsync(request.ActionExecutionId, cancellationToken) ?? throw new KeyNotFoundException($"There is no action '{request.ActionExecutionId}'.");
        if (!action.HasEnded && action.Progress is CallingProgress progress && progress.Step == request.Step)
        {
            var move = await MoveAsync(action, progress, new Seen(request.Call, request.Output, request.Error), cancellationToken);
            action = await _actions.DecideAsync(action.Id, seen => After(seen, request.Step, move, _time.GetUtcNow()), cancellationToken);
        }
        else if (action.HasEnded)
        {
            // Who ended it may have died before the pipeline was told.
            action = await _actions.ChangeAsync(action.Id, seen => seen, cancellationToken);
        }

        return AnswerTo(action, MachineNames.Number(request.Execution));
    }

    private async Task<Move> MoveAsync(OwnAction action, CallingProgress progress, Seen seen, CancellationToken cancellationToken)
    {
        if (IsOver(action))
        {
            return Move.End(progress, progress.Foreseen ?? Platform.Actions.ActionResult.Failed(progress.Note()?.ExternalExecutionId ?? "", "The action did not end in its time."));
        }

        if (BusyService.IsMeant(seen.Error) && progress is { Current: { } current, Repeats: < BusyService.MostRepeats })
        {
            return new Move(progress with { Repeats = progress.Repeats + 1 }, current with { WaitSeconds = Polling.SecondsBefore(progress.Repeats + 1) }, null);
        }

        try
        {
            return _providers.Find(action.Request) is ICallingProvider provider
                ? Once(await provider.NextAsync(action, seen, cancellationToken))
                : Move.Fail(progress, $"Nobody here does {action.Request.Category}/{action.Request.Provider}.");
        }
        catch (Exception e) when (e is ArtifactException or ObjectRefusedException)
        {
            return Move.Fail(progress, e.Message);
        }
    }

    private static Move Once(Move move) => move with { Progress = move.Progress with { Repeats = 0 } };

    private bool IsOver(OwnAction action) => action.Request.TimeoutSeconds > 0 && _time.GetUtcNow() >= action.StartedAt.AddSeconds(action.Request.TimeoutSeconds);

    private static Decision<OwnAction, bool> After(OwnAction seen, int step, Move move, DateTimeOffset now)
    {
        if (seen.HasEnded || seen.Progress is not CallingProgress progress || progress.Step != step)
        {
            return new(seen, false);
        }

        var next = move.Step ?? MachineStep.End;
        // What happened since the last look must not be waited for.
        var nudges = next.Next == MachineStep.Park ? progress.NudgesSeen : seen.Nudges;
        var after = move.Progress with { Step = step + 1, Current = next, NudgesSeen = nudges };
        var moved = seen with { Progress = after, Parked = null };
        return move.Result is { } result ? new(moved.End(result, now), true)
            : new(moved, true) { Also = after.Execution() == progress.Execution() ? [] : [NextExecution(seen, after, now)] };
    }

    private static GuardedWrite NextExecution(OwnAction action, CallingProgress after, DateTimeOffset now) =>
        Outbox.Start(after.Machine()!, MachineNames.Of(action.Id, after.Execution()), ActionMachine.InputOf(action.Id), now);

    /// <summary>An execution whose place another has taken has ended.</summary>
    private static AdvanceAnswer AnswerTo(OwnAction action, int execution)
    {
        var progress = (CallingProgress)action.Progress;
        var step = action.HasEnded || execution < progress.Execution() ? MachineStep.End : progress.Current ?? MachineStep.End;
        return new AdvanceAnswer(action.Id, progress.Step, step.Next, step.Parameters, step.WaitSeconds);
    }
}
