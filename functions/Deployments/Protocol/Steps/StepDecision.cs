using Sluice.Deployments.Analysis.Sampling;
using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Protocol.Steps;

/// <summary>The decision of <see cref="NextStep"/>: from step n to n+1 once, however often it is asked.</summary>
internal sealed class StepDecision
{
    private readonly IShiftPlatform _platform;
    private readonly StepsAnExecution _steps;
    private readonly StepAnswer _answer;

    private StepDecision(IShiftPlatform platform, StepsAnExecution steps) => (_platform, _steps, _answer) = (platform, steps, new StepAnswer(platform));

    public static Decision<Deployment, ShiftState> Decide(
        IShiftPlatform platform, StepsAnExecution steps, Deployment record, NextStepInput input, string secret, DateTimeOffset now) =>
        new StepDecision(platform, steps).Decide(record, input, secret, now);

    private Decision<Deployment, ShiftState> Decide(Deployment record, NextStepInput input, string secret, DateTimeOffset now)
    {
        var (done, attempt) = (input.State.Step, input.State.Attempt);
        if (record.Outcome == DeploymentOutcome.Succeeded)
        {
            return Ended.Repeated(record);
        }

        if (input.State.Execution < record.Execution)
        {
            return new Decision<Deployment, ShiftState>(record, Handover.Answer(record));
        }

        if (Ending.Obstacle(record) is { } obstacle)
        {
            return Refusal.Of<ShiftState>(record, obstacle);
        }

        return done == record.Step - 1 ? Repeat(record, input, secret, now)
            : done == record.Step && attempt == record.Attempt - 1 ? new Decision<Deployment, ShiftState>(record, _answer.ReadBack(record))
            : done == record.Step && attempt == record.Attempt ? Advance(record, input, secret, now)
            : Refusal.Of<ShiftState>(record, new StepOutOfOrderException(
                record.DeploymentId, $"step {done}, wait {attempt}", $"step {record.Step}, wait {record.Attempt}"));
    }

    // The first answer was lost. The same step again; a hook's id is given out anew, since only its hash is stored.
    private Decision<Deployment, ShiftState> Repeat(Deployment record, NextStepInput input, string secret, DateTimeOffset now)
    {
        if (record.Hook is not { Report: null } hook || hook.Step != record.Step)
        {
            return new Decision<Deployment, ShiftState>(record, _answer.Of(record, secret));
        }

        return hook.RetryCount > input.RetryCount
            ? Refusal.Of<ShiftState>(record, new StepOutOfOrderException(record.DeploymentId, $"delivery {input.RetryCount}", $"delivery {hook.RetryCount}"))
            : Hooked(record with { Hook = hook with { IdHash = HookId.Hash(secret), RetryCount = input.RetryCount, ExpiresAt = now + Timeout(hook.TimeoutSeconds) } }, secret);
    }

    private Decision<Deployment, ShiftState> Advance(Deployment record, NextStepInput input, string secret, DateTimeOffset now)
    {
        var moves = _platform.Moves(record.Plan, record.Shift!);
        var done = record.Step > 0 ? moves[record.Step - 1] : null;
        return Obstacle(record, input.State, done, now) is { } obstacle ? obstacle
            : done is null || Handover.IsTakenUp(record) ? Next(record, moves, input.RetryCount, secret, now)
            : StepRequests.Decide(_answer, record, done, input.State.Metrics, now, (counted, metrics) => Judge(counted, done, metrics, now, judged => Next(judged, moves, input.RetryCount, secret, now)));
    }

    private Decision<Deployment, ShiftState> Judge(Deployment record, Move done, MetricDataAnswer? metrics, DateTimeOffset now, Func<Deployment, Decision<Deployment, ShiftState>> next) =>
        StepAnalysis.Of(record, done) is { } analysis ? analysis.Decide(_answer, metrics, now, next) : next(record);

    private Decision<Deployment, ShiftState> Next(Deployment record, IReadOnlyList<Move> moves, int retryCount, string secret, DateTimeOffset now)
    {
        return record.Step >= moves.Count ? Ended.Succeeded(record, "", now)
            : Handover.IsDue(record, _steps) ? Handover.Decide(record, now)
            : Begin(record, moves[record.Step], retryCount, secret, now);
    }

    private Decision<Deployment, ShiftState>? Obstacle(Deployment record, NextStepState state, Move? done, DateTimeOffset now)
    {
        // What is committed cannot be given back, whatever the alarms say.
        var alarms = record.IsCommitted ? null : state.Alarms;
        return alarms is not null && StepAlarms.Obstacle(record, alarms, now) is { } stop ? stop
            : _platform.Foreign(record, state) is { } foreign ? Ending.StopAndRefuse<ShiftState>(record, StopCause.ForeignChange, foreign, now)
            : done is not null && StepEnd.Unfinished(_answer, record, done, state.Failure, now) is { } unfinished ? unfinished
            // An event may be late: nothing goes on, and least of all ends, by alarms that were not read since it was done. An execution of an older definition reads them before the metrics.
            : alarms is null ? StepAlarms.AreWatched(record) && state.Metrics is null ? new Decision<Deployment, ShiftState>(record, StepAnswer.ReadAlarms(record)) : null
            : done is null ? null
            : StepAlarms.Silence(_answer, record, done, alarms, now);
    }

    private Decision<Deployment, ShiftState> Begin(Deployment record, Move move, int retryCount, string secret, DateTimeOffset now)
    {
        var step = record.Step + 1;
        var begun = record with
        {
            Step = step,
            Attempt = 1,
            Deadline = move.DeadlineSeconds is { } seconds ? now.AddSeconds(seconds) : null,
            IsCommitted = record.IsCommitted || move.Commits,
            History = StepHistory.With(record.History, new StepRecord(step, move.What, now, null)),
        };
        begun = begun.Leased(now, Waits.Seconds(begun, move));
        return move.Hook is { } hook
            ? Hooked(begun with { Hook = new HookRun(step, move.What, hook.Function, hook.TimeoutSeconds, HookId.Hash(secret), retryCount, now + Timeout(hook.TimeoutSeconds), null) }, secret)
            : Intended(begun, move);
    }

    private Decision<Deployment, ShiftState> Intended(Deployment begun, Move move)
    {
        var before = begun.Intent?.Traffic ?? begun.Shift!.Snapshot;
        var intended = move.Kind is MoveKind.Shift or MoveKind.Create
            ? begun with { Intent = new TrafficIntent(begun.Step, move.Traffic!, before, 0) }
            : _platform.Intend(begun, move);
        return new Decision<Deployment, ShiftState>(intended, _answer.Of(intended, ""));
    }

    private Decision<Deployment, ShiftState> Hooked(Deployment record, string secret) => new(record, _answer.Of(record, secret));

    private static TimeSpan Timeout(int seconds) => TimeSpan.FromSeconds(seconds);
}
