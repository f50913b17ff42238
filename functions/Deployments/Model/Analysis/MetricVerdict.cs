namespace Sluice.Deployments.Model.Analysis;

/// <summary>What was found of one metric.</summary>
/// <param name="Name">The metric.</param>
/// <param name="Outcome">What it comes to.</param>
/// <param name="Why">In words, with the numbers.</param>
/// <param name="Weight">Its part of the score.</param>
/// <param name="Critical">Whether it alone decides.</param>
/// <param name="New">The new version's samples.</param>
public sealed record MetricVerdict(string Name, AnalysisOutcome Outcome, string Why, double Weight, bool Critical, SampleSummary New)
{
    /// <summary>The old version's samples, if they are compared.</summary>
    public SampleSummary? Old { get; init; }

    /// <summary>The bounds, if there are any.</summary>
    public MetricThreshold? Threshold { get; init; }

    /// <summary>The comparison, if there was enough data for one.</summary>
    public ComparisonVerdict? Comparison { get; init; }
}
