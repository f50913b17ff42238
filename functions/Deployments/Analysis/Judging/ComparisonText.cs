using Sluice.Deployments.Analysis.Sampling;
using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Statistics;

namespace Sluice.Deployments.Analysis.Judging;

/// <summary>A comparison in words, with the numbers that decided it.</summary>
internal static class ComparisonText
{
    public static string Of(ComparisonVerdict verdict, SampleSet now, SampleSet before)
    {
        var levels = $"{Figure.Of(now.Level!.Value)} against {Figure.Of(before.Level!.Value)} of the old version";
        return $"{levels} ({string.Join("; ", new[] { Change(verdict, now, before), Samples(verdict, now, before), Counts(verdict.Counts) }.OfType<string>())}): {Judgement(verdict)}";
    }

    private static string Change(ComparisonVerdict verdict, SampleSet now, SampleSet before)
    {
        var level = $"{Figure.Signed(verdict.Change)}{(verdict.ChangePercent is { } percent ? $", {Figure.Signed(percent)} %" : "")}";
        var isInTheMeanAlone = verdict is { IsWorse: true, MeanChange: not null, Counts: null } && !verdict.MinimumChange.IsReached(now.Level!.Value, before.Level!.Value, verdict.Direction);
        return isInTheMeanAlone ? $"{level}; the mean {Figure.Of(now.Mean!.Value)} against {Figure.Of(before.Mean!.Value)}" : level;
    }

    private static string? Samples(ComparisonVerdict verdict, SampleSet now, SampleSet before) => verdict.PValue is { } p
        ? $"p {Figure.Of(p)}, Cliff's delta {Figure.Of(verdict.CliffsDelta!.Value)}, {now.Values.Count} and {before.Values.Count} samples"
            + (verdict.Autocorrelation > 0 ? $", p {Figure.Of(verdict.ExactPValue!.Value)} without their autocorrelation of {Figure.Of(verdict.Autocorrelation.Value)}" : "")
        : null;

    private static string? Counts(CountsVerdict? counts) => counts is null ? null
        : $"{Figure.Of(counts.New.Part)} of {Figure.Of(counts.New.Whole)} against {Figure.Of(counts.Old.Part)} of {Figure.Of(counts.Old.Whole)} "
            + (counts.Level is { } level ? $"values beyond {Figure.Of(level)}" : "requests")
            + $", p {Figure.Of(counts.PValue)}"
            + (counts.Variance > 1 ? $", which would be {Figure.Of(counts.ExactPValue)} without bursts" : "");

    // What is too small in any case is told rather than that neighbours are alike.
    private static bool IsSignificant(ComparisonVerdict verdict) => verdict.ExactPValue is { } p && Bound.AtMost(p, verdict.Alpha);

    private static string Judgement(ComparisonVerdict verdict) => verdict switch
    {
        { DecidedBy: DecidingTest.Samples, Counts: null } => "worse",
        { DecidedBy: DecidingTest.Samples } => "worse by the samples",
        { DecidedBy: DecidingTest.Both } => "worse by the samples and by the counts",
        { DecidedBy: DecidingTest.Counts, Counts: { IsOverMaximum: true, MaximumRate: { } most } } => $"worse by the counts, and over the MaximumRate of {Figure.Of(most)} %",
        { DecidedBy: DecidingTest.Counts } => "worse by the counts",
        { IsDoubtful: true } => $"worse, but the periods are so like their neighbours that it may be one wave (p would have to be at most {Figure.Of(verdict.Alpha)})",
        { IsSignificantByCounts: false } when !IsSignificant(verdict) => $"no significant difference (p would have to be at most {Figure.Of(verdict.Alpha)})",
        { IsSignificantByCounts: false, IsLarge: false } => $"too small an effect (Cliff's delta would have to be at least {Figure.Of(verdict.EffectSize)})",
        { IsSignificantByCounts: false, Matters: true } => $"no significant difference (p would have to be at most {Figure.Of(verdict.Alpha)})",
        _ => $"too small a change (it would have to be at least {Figure.Of(verdict.MinimumChange.Amount)}{(verdict.MinimumChange.IsRelative ? " %" : "")})",
    };
}
