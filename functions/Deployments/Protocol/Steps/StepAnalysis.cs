using Sluice.Deployments.Analysis.Judging;
using Sluice.Deployments.Analysis.Sampling;
using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Protocol.Steps;

/// <summary>
/// Judges a step by its metrics after its bake: the machine is told to read them, and then a verdict is stored together with what follows from it. What is read and how
/// long is waited is told from the record alone, so that it is the same however often it is asked.
/// </summary>
internal sealed class StepAnalysis
{
    /// <summary>A wait never ends earlier, but the clocks of two machines may differ.</summary>
    private static readonly TimeSpan Exactness = TimeSpan.FromSeconds(2);

    /// <summary>What is judged later is judged by its last minutes, which is right whether the clock was set or the machine was slow.</summary>
    private static readonly TimeSpan LatestJudgement = TimeSpan.FromMinutes(1);

    private readonly Deployment _record;
    private readonly Move _move;
    private readonly AnalysisPlan _plan;
    private readonly MetricSubjects _subjects;

    private StepAnalysis(Deployment record, Move move, AnalysisPlan plan, MetricSubjects subjects) => (_record, _move, _plan, _subjects) = (record, move, plan, subjects);

    /// <summary>How often the current step was judged.</summary>
    public static int Judgements(Deployment record) => record.Verdicts.Count(verdict => verdict.Step == record.Step);

    /// <summary>Whether the current step was inconclusive to the end, so that it waits for a person.</summary>
    public static bool IsPaused(Deployment record) =>
        record.Plan.Analysis?.Inconclusive is { Then: InconclusiveThen.Pause, Extend: var extend }
        && record.Verdicts is [.., { Outcome: AnalysisOutcome.Inconclusive } verdict] && verdict.Step == record.Step && verdict.Look > extend;

    /// <summary>
    /// How the current step is judged; null if it is not: no analysis, no bake (a pause is a person's to judge), or nothing that could be judged without an old version.
    /// </summary>
    public static StepAnalysis? Of(Deployment record, Move move)
    {
        if (record.Plan.Analysis is not { } plan || IsPaused(record)
            || move is not { Kind: MoveKind.Shift, Wait: WaitKind.Bake or WaitKind.FinalBake, WaitSeconds: > 0, Traffic: { } traffic })
        {
            return null;
        }

        var subjects = SubjectReader.Read(record, traffic);
        return MetricDataRequest.Judged(plan, subjects.Old is not null).Count == 0 ? null : new StepAnalysis(record, move, plan, subjects);
    }

    /// <summary>How long the current wait of the step is: the bake, or an extension of it, and until the metrics of its whole periods have arrived.</summary>
    public static int WaitSeconds(Deployment record, Move move) => Of(record, move)?.Seconds() ?? move.WaitSeconds;

    /// <param name="answer">What the machine is told then.</param>
    /// <param name="metrics">The step's metrics; null if they are to be read.</param>
    /// <param name="now">The time.</param>
    /// <param name="next">What follows if it may go on.</param>
    public Decision<Deployment, ShiftState> Decide(StepAnswer answer, MetricDataAnswer? metrics, DateTimeOffset now, Func<Deployment, Decision<Deployment, ShiftState>> next)
    {
        if (metrics is null)
        {
            return FollowClock(now).Ask();
        }

        if (LevelSplits.Needed(_plan, _subjects.Old is not null, Window(), metrics) is { Count: > 0 } cells)
        {
            return new Decision<Deployment, ShiftState>(_record, StepAnswer.ReadMetrics(_record, MetricDataRequest.Of(_plan, _subjects, Window(), cells)));
        }

        var verdict = StepJudge.Judge(_plan, Step(), Window(), metrics, now);
        var judged = _record with { Verdicts = VerdictList.Add(_record.Verdicts, verdict) };
        var decision = Follow(answer, judged, verdict, now, next);
        return decision with { Events = [DeploymentEvents.StepJudged(judged, verdict), .. decision.Events] };
    }

    private JudgedStep Step() => new(_record.Step, _move.What, Judgements(_record) + 1, _subjects.Old is not null) { HasEvenShares = _subjects.HasEvenShares };

    private Decision<Deployment, ShiftState> Ask() => new(_record, StepAnswer.ReadMetrics(_record, MetricDataRequest.Of(_plan, _subjects, Window())));

    // The wait was as long as it is told, whatever the clock says; if it says otherwise it was set meanwhile, and the metrics of the last minutes are the step's.
    private StepAnalysis FollowClock(DateTimeOffset now)
    {
        var late = now - Window().JudgedAt(_plan);
        if (late > -Exactness && late < LatestJudgement)
        {
            return this;
        }

        var began = Began() + late - TimeSpan.FromSeconds(Window().PeriodSeconds);
        return new(_record with { History = [.. _record.History.Select(entry => entry.Step == _record.Step ? entry with { BeganBy = began } : entry)] }, _move, _plan, _subjects);
    }

    private Decision<Deployment, ShiftState> Follow(StepAnswer answer, Deployment judged, StepVerdict verdict, DateTimeOffset now, Func<Deployment, Decision<Deployment, ShiftState>> next)
    {
        var policy = _plan.Inconclusive;
        return verdict.Outcome switch
        {
            AnalysisOutcome.Pass => next(judged),
            AnalysisOutcome.Fail => Stop(judged, $"the new version failed its analysis at {_move.What}: {verdict.Why}", now),
            _ when verdict.Look <= policy.Extend => WaitOn(answer, judged, now),
            _ when policy.Then == InconclusiveThen.Continue => next(judged),
            _ when policy.Then == InconclusiveThen.Pause => WaitOn(answer, judged, now),
            _ => Stop(judged, $"the analysis at {_move.What} is inconclusive, extended {policy.Extend} times: {verdict.Why}", now),
        };
    }

    // An extension or a pause, as the verdict that is on the record says.
    private Decision<Deployment, ShiftState> WaitOn(StepAnswer answer, Deployment judged, DateTimeOffset now)
    {
        var waiting = judged with { Attempt = judged.Attempt + 1 };
        waiting = waiting.Leased(now, Waits.Seconds(waiting, _move));
        return new Decision<Deployment, ShiftState>(waiting, answer.ReadBack(waiting));
    }

    private static Decision<Deployment, ShiftState> Stop(Deployment judged, string message, DateTimeOffset now) =>
        Ending.StopAndRefuse<ShiftState>(judged, StopCause.Analysis, message, now);

    private AnalysisWindow Window() => AnalysisWindow.Of(_plan, Began(), _move.WaitSeconds + (Judgements(_record) * Extension()));

    private int Seconds()
    {
        var since = _record.Verdicts.LastOrDefault(verdict => verdict.Step == _record.Step)?.Time ?? Began();
        var least = Judgements(_record) == 0 ? _move.WaitSeconds : Extension();
        return Math.Max(least, (int)Math.Ceiling((Window().JudgedAt(_plan) - since).TotalSeconds));
    }

    private int Extension() => _plan.Inconclusive.ExtendSeconds ?? _move.WaitSeconds;

    private DateTimeOffset Began()
    {
        var step = _record.History.Last(entry => entry.Step == _record.Step);
        return step.BeganBy ?? step.Decided;
    }
}
