namespace Sluice.Deployments.Statistics;

/// <summary>What the test says of two samples.</summary>
/// <param name="U">In how many of the pairs the first sample's value is the greater one; ties count half.</param>
/// <param name="PValue">The probability of a U at least as extreme if both versions behaved alike.</param>
/// <param name="CliffsDelta">-1 if all values of the first are below all of the second, 0 if neither is above, 1 if all are above.</param>
/// <param name="Method">How the p-value was computed.</param>
internal sealed record MannWhitneyResult(double U, double PValue, double CliffsDelta, TestMethod Method);
