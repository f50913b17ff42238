namespace Sluice.Deployments.Model.Analysis;

/// <summary>One thing that is judged.</summary>
/// <param name="Name">For people.</param>
/// <param name="Queries">What is read, for each version.</param>
/// <param name="Value">The id of the query whose values are the samples.</param>
public sealed record AnalysisMetric(string Name, IReadOnlyList<MetricQuery> Queries, string Value)
{
    /// <summary>
    /// The ids of queries of which <see cref="Value"/> is a part, added up: the samples are then percentages. A period with these and without a value counts as
    /// zero, a period without these is no sample. Empty for a plain metric.
    /// </summary>
    public IReadOnlyList<string> Per { get; init; } = [];

    /// <summary>The bounds of the new version's level.</summary>
    public MetricThreshold? Threshold { get; init; }

    /// <summary>How it is compared with the old version.</summary>
    public MetricComparison? Compare { get; init; }

    /// <summary>With fewer samples of a version it is inconclusive.</summary>
    public int MinimumSamples { get; init; } = 1;

    /// <summary>With fewer requests (the sum of <see cref="Per"/>) of a version it is inconclusive.</summary>
    public int MinimumRequests { get; init; }

    /// <summary>Its part of the score.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>
    /// Whether CloudWatch can say how many values are behind each sample, and how many of them are over a level. Of an expression it cannot; a Sum is itself a count.
    /// </summary>
    internal bool IsCounted => Compare is not null && Per.Count == 0 && Judged is { Expression: null, Stat: not ("Sum" or "SampleCount") };

    /// <summary>How many series are read of it for each version, at most.</summary>
    internal int Series => 1 + Per.Count + (IsCounted ? 1 + LevelCells.Most(Compare!.Direction) : 0);

    internal MetricQuery? Judged => Queries.FirstOrDefault(query => query.Id == Value);

    /// <summary>Whether its failing fails all, and its being inconclusive leaves all inconclusive.</summary>
    public bool Critical { get; init; }
}
