namespace Sluice.Deployments.Statistics;

/// <summary>How many of how many.</summary>
/// <param name="Part">Those that failed, or are beyond a level.</param>
/// <param name="Whole">All.</param>
public sealed record Proportion(double Part, double Whole)
{
    /// <summary>In percent.</summary>
    internal double Percent => 100 * Part / Whole;
}
