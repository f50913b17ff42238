using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Protocol.Steps;

/// <summary>Whether the current step is done, by what the table says of it.</summary>
internal static class StepEnd
{
    private const int MostAttempts = 3;

    /// <summary>The stop or the repetition that follows if it is not; null if it is.</summary>
    public static Decision<Deployment, ShiftState>? Unfinished(StepAnswer answer, Deployment record, Move move, CaughtError? failure, DateTimeOffset now) =>
        move.Kind == MoveKind.Hook ? UnfinishedHook(record, move, failure, now)
        : move.DeadlineSeconds is not null ? record.Reached == record.Step ? null : Look(answer, record, move, now)
        // Nobody was watching if the wait was never parked: a stop could not have woken it. So it is done again, not counted as over.
        : !WasParked(record) ? Repeated(answer, record, move, now)
        : record.Parked!.Kind is WaitKind.Pause or WaitKind.Ready && record.Continued?.Ends(record.Parked) != true
            ? Ending.StopAndRefuse<ShiftState>(record, StopCause.NotContinued, NotContinued(record, move), now)
        : null;

    private static bool WasParked(Deployment record) =>
        record.Parked is { } parked && parked.Step == record.Step && parked.Attempt == record.Attempt;

    private static string NotContinued(Deployment record, Move move) => record.Parked!.Kind == WaitKind.Ready
        ? $"nobody continued the deployment within {move.WaitSeconds} s"
        : $"the pause at {move.What} was not ended by ContinueDeployment within {Waits.Seconds(record, move) / 3600} hours";

    // What was never parked may never have been made; making it again is safe.
    private static Decision<Deployment, ShiftState> Look(StepAnswer answer, Deployment record, Move move, DateTimeOffset now)
    {
        var again = Polling.Next(record, move, now);
        return !record.IsCommitted && Polling.Waited(record.Attempt) > move.DeadlineSeconds + Lease.Slack.TotalSeconds
            ? Ending.StopAndRefuse<ShiftState>(record, StopCause.Failure, $"{move.What} could not be judged within {move.DeadlineSeconds} s", now)
            : new Decision<Deployment, ShiftState>(again, WasParked(record) ? answer.ReadBack(again) : answer.Of(again, ""));
    }

    // The report counts, not how the function ended: its answer may be lost, and it is called again then.
    private static Decision<Deployment, ShiftState>? UnfinishedHook(Deployment record, Move move, CaughtError? failure, DateTimeOffset now) =>
        record.Hook is { Report: HookStatus.Succeeded } hook && hook.Step == record.Step ? null
        : Ending.StopAndRefuse<ShiftState>(record, StopCause.Hook, $"hook {move.Hook!.Function} ({move.What}) {HookFault(move.Hook, failure)}", now, failure?.Error ?? HookRun.TimedOut);

    private static Decision<Deployment, ShiftState> Repeated(StepAnswer answer, Deployment record, Move move, DateTimeOffset now)
    {
        if (record.Attempt - (Waits.Of(record)?.Count ?? 0) - StepAnalysis.Judgements(record) >= MostAttempts)
        {
            return Ending.StopAndRefuse<ShiftState>(record, StopCause.Failure, $"the bake at {move.What} could not be begun in {MostAttempts} tries", now);
        }

        var again = Waits.Repeat(record, move, now);
        return new Decision<Deployment, ShiftState>(again, answer.ReadBack(again));
    }

    private static string HookFault(HookPlan hook, CaughtError? failure) =>
        failure is { Error: not HookRun.TimedOut } ? $"failed: {failure.InWords()}" : $"did not report within {hook.TimeoutSeconds} s";
}
