namespace Sluice.Deployments.Model.Analysis;

/// <summary>Which minutes are judged: whole periods, as CloudWatch counts them.</summary>
/// <param name="Start">Included.</param>
/// <param name="End">Excluded.</param>
/// <param name="PeriodSeconds">How long one sample is.</param>
public sealed record AnalysisWindow(DateTimeOffset Start, DateTimeOffset End, int PeriodSeconds)
{
    // A state's result may have 256 KiB, and a datapoint takes up to 50 bytes of it.
    private const int MostDatapoints = 3000;
    private const int MostSamples = 240;
    private const int Minute = 60;
    private static readonly int[] _short = [1, 5, 10, 20, 30];

    /// <summary>How many samples there are if none is missing.</summary>
    public int Samples => (int)((End - Start).TotalSeconds / PeriodSeconds);

    /// <summary>The whole periods of a step.</summary>
    /// <param name="plan">How it is judged.</param>
    /// <param name="began">When the step was decided.</param>
    /// <param name="seconds">How long it is judged, its extensions included.</param>
    internal static AnalysisWindow Of(AnalysisPlan plan, DateTimeOffset began, int seconds)
    {
        var start = RoundUp(began.ToUnixTimeSeconds() + (began.Ticks % TimeSpan.TicksPerSecond > 0 ? 1 : 0), plan.PeriodSeconds) + RoundUp(plan.WarmupSeconds, plan.PeriodSeconds);
        var end = start + (seconds / plan.PeriodSeconds * plan.PeriodSeconds);
        var period = Period(plan, seconds);
        return new AnalysisWindow(DateTimeOffset.FromUnixTimeSeconds(RoundUp(start, period)), DateTimeOffset.FromUnixTimeSeconds(end / period * period), period);
    }

    /// <summary>How many samples a step has that begins at the worst moment: longer samples begin at multiples of their length, and what is left over at both ends is lost.</summary>
    internal static int FewestSamples(AnalysisPlan plan, int seconds)
    {
        var period = Period(plan, seconds);
        return Math.Max(0, ((seconds / plan.PeriodSeconds * plan.PeriodSeconds) - (period - plan.PeriodSeconds)) / period);
    }

    /// <summary>Until when a step waits before it is judged: until the last of its metrics have arrived.</summary>
    internal DateTimeOffset JudgedAt(AnalysisPlan plan) => End.AddSeconds(plan.SettleSeconds);

    // A step of days has longer samples rather than thousands of them: the shortest that are not too many, whole numbers of the plan's own.
    private static int Period(AnalysisPlan plan, int seconds)
    {
        var series = plan.Metrics.Sum(metric => metric.Series) * 2;
        var most = Math.Min(MostSamples, MostDatapoints / Math.Max(1, series));
        var least = plan.PeriodSeconds * (((seconds / plan.PeriodSeconds) + most - 1) / most);
        var fitting = _short.Where(period => period >= least && period % plan.PeriodSeconds == 0).Take(1).ToList();
        return least <= plan.PeriodSeconds ? plan.PeriodSeconds : fitting.Count > 0 ? fitting[0] : (int)RoundUp(least, Math.Max(Minute, plan.PeriodSeconds));
    }

    private static long RoundUp(long seconds, int period) => (seconds + period - 1) / period * period;
}
