using MathNet.Numerics;

namespace Sluice.Deployments.Statistics;

/// <summary>
/// Fisher's exact test of two proportions. Given how many failed in all, each request that failed is the first version's as often as its share of the requests, whatever the rate is; so the test
/// holds at any share of the traffic, and if the rate was not the same in all minutes, too.
/// </summary>
internal static class FisherTest
{
    // Terms beyond do not change a sum of doubles.
    private const double Negligible = 1e-20;

    /// <summary>The probability of at least (Increase), at most (Decrease), or either way so many of the first, if both have the same rate. All are whole numbers.</summary>
    public static double PValue(Proportion first, Proportion second, ChangeDirection direction)
    {
        var (atLeast, atMost) = Tails(first.Part, first.Whole, first.Part + second.Part, first.Whole + second.Whole);
        return Math.Min(1, direction switch
        {
            ChangeDirection.Increase => atLeast,
            ChangeDirection.Decrease => atMost,
            _ => 2 * Math.Min(atLeast, atMost),
        });
    }

    // The tail that does not hold the middle is added up, so that a small one keeps its digits.
    private static (double AtLeast, double AtMost) Tails(double part, double whole, double parts, double wholes)
    {
        var here = Probability(part, whole, parts, wholes);
        return part * wholes >= parts * whole
            ? AtLeast(part, whole, parts, wholes) is var upper ? (upper, 1 - upper + here) : default
            : AtLeast(whole - part, whole, wholes - parts, wholes) is var lower ? (1 - lower + here, lower) : default;
    }

    private static double AtLeast(double part, double whole, double parts, double wholes)
    {
        var term = Probability(part, whole, parts, wholes);
        var sum = term;
        for (var next = part; next < Math.Min(whole, parts) && term > sum * Negligible; next++)
        {
            term *= (whole - next) * (parts - next) / ((next + 1) * (wholes - whole - parts + next + 1));
            sum += term;
        }

        return Math.Min(1, sum);
    }

    private static double Probability(double part, double whole, double parts, double wholes) =>
        Math.Exp(LogWays(parts, part) + LogWays(wholes - parts, whole - part) - LogWays(wholes, whole));

    private static double LogWays(double all, double chosen) => LogFactorial(all) - LogFactorial(chosen) - LogFactorial(all - chosen);

    private static double LogFactorial(double value) => SpecialFunctions.GammaLn(value + 1);
}
