namespace Sluice.Deployments.Statistics;

/// <summary>Comparisons with a bound that is included. 0.22 less 0.2 is a little under 0.02 in binary numbers, and means 0.02.</summary>
internal static class Bound
{
    private const double Rounding = 1e-12;

    public static bool AtLeast(double value, double bound) =>
        value >= bound || (double.IsFinite(bound) && bound - value <= Rounding * Math.Max(Math.Abs(value), Math.Abs(bound)));

    public static bool AtMost(double value, double bound) => AtLeast(-value, -bound);
}
