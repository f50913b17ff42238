namespace Sluice.Deployments.Statistics;

/// <summary>The counts of both versions in one period.</summary>
internal sealed record ProportionPair(Proportion First, Proportion Second)
{
    private double All => First.Whole + Second.Whole;

    private double Rate => (First.Part + Second.Part) / All;

    /// <summary>By how much more of the first failed than its share of all that failed.</summary>
    public double Deviation => First.Part - (First.Whole * Rate);

    /// <summary>The variance of that, if each request fails for itself: the hypergeometric distribution's.</summary>
    public double Variance => All > 1 ? First.Whole * Rate * (1 - Rate) * Second.Whole / (All - 1) : 0;
}
