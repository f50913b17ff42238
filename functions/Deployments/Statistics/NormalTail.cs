using MathNet.Numerics.Distributions;

namespace Sluice.Deployments.Statistics;

/// <summary>What a probability becomes if what was seen varies more than the test takes for granted.</summary>
internal static class NormalTail
{
    // The distance that belongs to the smallest probability a double can hold.
    private const double Farthest = 38;

    /// <param name="p">The probability of a deviation at least as great, to one side.</param>
    /// <param name="variance">How many times the variance of the test's own is; at most 1 changes nothing.</param>
    public static double Widened(double p, double variance) => p >= 0.5 || variance <= 1 ? p : Normal.CDF(0, 1, -Distance(p) / Math.Sqrt(variance));

    private static double Distance(double p) => p <= double.Epsilon ? Farthest : Math.Min(Farthest, -Normal.InvCDF(0, 1, p));
}
