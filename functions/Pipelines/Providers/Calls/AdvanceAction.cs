using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;

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
            var move = await MoveAsync(action, new Seen(request.Call, request.Output, request.Error), cancellationToken);
            action = await _actions.ChangeAsync(action.Id, seen => After(seen, request.Step, move), cancellationToken);
        }

        return AnswerTo(action);
    }

    private async Task<Move> MoveAsync(OwnAction action, Seen seen, CancellationToken cancellationToken)
    {
        var progress = (CallingProgress)action.Progress;
        try
        {
            return _providers.Find(action.Request) is ICallingProvider provider
                ? await provider.NextAsync(action, seen, cancellationToken)
                : Move.Fail(progress, $"Nobody here does {action.Request.Category}/{action.Request.Provider}.");
        }
        catch (ArtifactException e)
        {
            return Move.Fail(progress, e.Message);
        }
    }

    private OwnAction After(OwnAction seen, int step, Move move)
    {
        if (seen.HasEnded || seen.Progress is not CallingProgress progress || progress.Step != step)
        {
            return seen;
        }

        var next = move.Step ?? MachineStep.End;
        // What happened since the last look must not be waited for.
        var nudges = next.Next == MachineStep.Park ? progress.NudgesSeen : seen.Nudges;
        var moved = seen with { Progress = move.Progress with { Step = step + 1, Current = next, NudgesSeen = nudges }, Parked = null };
        return move.Result is { } result ? moved.End(result, _time.GetUtcNow()) : moved;
    }

    private static AdvanceAnswer AnswerTo(OwnAction action)
    {
        var progress = (CallingProgress)action.Progress;
        var step = action.HasEnded ? MachineStep.End : progress.Current ?? MachineStep.End;
        return new AdvanceAnswer(action.Id, progress.Step, step.Next, step.Parameters, step.WaitSeconds);
    }
}
