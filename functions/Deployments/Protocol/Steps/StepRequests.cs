using Sluice.Deployments.Alarms;
using Sluice.Deployments.Analysis.Sampling;
using Sluice.Deployments.Model.Alarms;
using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Protocol.Steps;

/// <summary>
/// Whether enough requests came to the new version in a step, and few enough of them failed: nothing that was not seen counts as good. The deployment's own alarm ends a step at once; this is
/// what it may have missed.
/// </summary>
internal sealed class StepRequests
{
    // Each wait is some states of an execution, which may have 25,000 events.
    private const int MostWaits = 60;

    /// <summary>What is counted later is counted over the time of its waits, which is right whether the clock was set or the machine was slow.</summary>
    private static readonly TimeSpan LatestCount = TimeSpan.FromMinutes(1);

    private readonly StepAnswer _answer;
    private readonly Deployment _record;
    private readonly Move _move;
    private readonly ErrorAlarm _alarm;

    private StepRequests(StepAnswer answer, Deployment record, Move move, ErrorAlarm alarm) => (_answer, _record, _move, _alarm) = (answer, record, move, alarm);

    /// <summary>How often the current step waited on for requests.</summary>
    public static int Waits(Deployment record) => record.Counted is { } counted && counted.Step == record.Step ? counted.Waits : 0;

    /// <param name="answer">What the machine is told if the step waits on.</param>
    /// <param name="record">The deployment, whose step is done.</param>
    /// <param name="move">That step.</param>
    /// <param name="metrics">What was read since the last decision; null if nothing was.</param>
    /// <param name="now">The time.</param>
    /// <param name="next">What follows if it may go on, with the metrics that are not this one's.</param>
    public static Decision<Deployment, ShiftState> Decide(
        StepAnswer answer, Deployment record, Move move, MetricDataAnswer? metrics, DateTimeOffset now, Func<Deployment, MetricDataAnswer?, Decision<Deployment, ShiftState>> next)
    {
        if (record.Shift?.OwnAlarm is null || record.Plan.Target.OwnAlarm() is not { } alarm
            || move is not { Kind: MoveKind.Shift, Wait: WaitKind.Bake or WaitKind.FinalBake, WaitSeconds: > 0 })
        {
            return next(record, metrics);
        }

        // An analysis reads its metrics after these. A lost answer is asked for again with what was read for the one before.
        return record.Counted is { } counted && counted.Step == record.Step && counted.Attempt == record.Attempt ? next(record, RequestCounter.IsAnsweredBy(metrics) ? null : metrics)
            : metrics is not null ? new StepRequests(answer, record, move, alarm).Judge(RequestCounter.Read(metrics), now, judged => next(judged, null))
            : new Decision<Deployment, ShiftState>(record, StepAnswer.ReadMetrics(record, record.Plan.Target.CountRequests(Divided(record, move, alarm), Began(record, move, now), now)!));
    }

    // A machine's seconds may hold requests to the version before, and it tells versions apart always.
    private static string? Divided(Deployment record, Move move, ErrorAlarm alarm) =>
        move.Wait == WaitKind.FinalBake && alarm.PeriodSeconds >= 60 ? null : record.Shift!.Target;

    // The waits were as long as they are told, whatever the clock says; if it says otherwise it was set meanwhile, and the requests of so long are the step's.
    private static DateTimeOffset Began(Deployment record, Move move, DateTimeOffset now)
    {
        var extended = Steps.Waits.Of(record);
        var waited = TimeSpan.FromSeconds(move.WaitSeconds + ((extended?.Count ?? 0) * (extended?.Seconds ?? 0)));
        var decided = record.History.Last(entry => entry.Step == record.Step).Decided;
        var late = now - decided - waited;
        return late >= TimeSpan.Zero && late < LatestCount ? decided : now - waited;
    }

    private Decision<Deployment, ShiftState> Judge(RequestCount? count, DateTimeOffset now, Func<Deployment, Decision<Deployment, ShiftState>> next)
    {
        var waits = Waits(_record);
        var counted = _record with { Counted = new StepCount(_record.Step, _record.Attempt, count, waits) };
        return count is { Requests: >= ErrorAlarm.FewestRequests } ? Enough(counted, count, now, next)
            : count is null && _record.Plan.Alarms.IgnoresPollFailure ? next(counted)
            : Left(waits) is > 0 and var left ? WaitOn(counted with { Counted = counted.Counted with { Waits = waits + 1 } }, waits, left, now)
            : _alarm.TooFew == TooFewRequests.Continue ? With(counted, AnalysisOutcome.Inconclusive, $"{TooFew(count)}; it goes on without knowing, as was chosen", next(counted))
            : Stop(counted, StopCause.Analysis, AnalysisOutcome.Inconclusive, $"{TooFew(count)} at {_move.What}{Waited(waits)}, so nothing shows that it is good", now);
    }

    private Decision<Deployment, ShiftState> Enough(Deployment counted, RequestCount count, DateTimeOffset now, Func<Deployment, Decision<Deployment, ShiftState>> next) =>
        count.Percent >= (double)_alarm.Percent
            ? Stop(counted, StopCause.Alarm, AnalysisOutcome.Fail, RequestText.OverLimit(Version, count.Percent, _alarm.Percent), now)
            : With(counted, AnalysisOutcome.Pass, RequestText.Counted(Version, count), next(counted));

    private Decision<Deployment, ShiftState> WaitOn(Deployment counted, int waits, int left, DateTimeOffset now)
    {
        var waiting = Steps.Waits.Extend(counted, Math.Min(Slice, left), now);
        var decision = new Decision<Deployment, ShiftState>(waiting, _answer.ReadBack(waiting));
        return waits > 0 ? decision : With(waiting, AnalysisOutcome.Inconclusive, $"{TooFew(counted.Counted!.Count)}; it waits up to {BakeTime.Text(left)} for more", decision, left);
    }

    // What stopped it is told before what follows from it for the step.
    private Decision<Deployment, ShiftState> Stop(Deployment counted, StopCause cause, AnalysisOutcome outcome, string why, DateTimeOffset now)
    {
        var stop = Ending.StopAndRefuse<ShiftState>(counted, cause, why, now);
        return stop with { Events = [.. stop.Events, DeploymentEvents.StepCounted(counted, _move.What, outcome, why)] };
    }

    private Decision<Deployment, ShiftState> With(Deployment counted, AnalysisOutcome outcome, string why, Decision<Deployment, ShiftState> decision, int? waitSeconds = null) =>
        decision with { Events = [DeploymentEvents.StepCounted(counted, _move.What, outcome, why, waitSeconds), .. decision.Events] };

    private string TooFew(RequestCount? count) => RequestText.TooFew(Version, count);

    private string Waited(int waits) => waits == 0 ? "" : $", though it waited {BakeTime.Text(Math.Min(waits * Slice, _alarm.WaitSeconds))} for more";

    private int Left(int waits) => _alarm.WaitSeconds - (waits * Slice);

    // Long enough for metrics to come, and short enough not to wait long when the fifth request has come.
    private int Slice => Math.Max((_alarm.WaitSeconds + MostWaits - 1) / MostWaits, _alarm.PeriodSeconds < 60 ? Math.Min(_move.WaitSeconds, 5) : 60);

    private string Version => _record.Shift!.Target;
}
