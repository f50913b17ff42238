namespace Sluice.Deployments.Statistics;

/// <summary>What the samples say.</summary>
/// <param name="Ranks">The test as if all periods were independent of each other.</param>
/// <param name="Autocorrelation">How alike a period is to the next one, 0 to 0.6.</param>
/// <param name="PValue">The test's probability, corrected for that.</param>
internal sealed record SampleTestResult(MannWhitneyResult Ranks, double Autocorrelation, double PValue);
