namespace Sluice.Deployments.Model.Analysis;

/// <summary>The samples of one version, as a verdict tells of them.</summary>
/// <param name="Samples">How many were judged.</param>
/// <param name="Removed">How many were no numbers.</param>
/// <param name="Missing">Periods without any.</param>
/// <param name="Requests">The requests behind them, of a metric with Per.</param>
/// <param name="Level">What thresholds and changes are measured at.</param>
/// <param name="Median">The median of the samples.</param>
public sealed record SampleSummary(int Samples, int Removed, int Missing, double? Requests, double? Level, double? Median);
