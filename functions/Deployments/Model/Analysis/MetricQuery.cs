namespace Sluice.Deployments.Model.Analysis;

/// <summary>One of CloudWatch's metric data queries, before its placeholders are filled in: a metric's statistic, or an expression over others.</summary>
/// <param name="Id">What expressions call it.</param>
public sealed record MetricQuery(string Id)
{
    /// <summary>Metric math; null for a metric.</summary>
    public string? Expression { get; init; }

    /// <summary>E.g. <c>AWS/Lambda</c>.</summary>
    public string? Namespace { get; init; }

    /// <summary>E.g. <c>Errors</c>.</summary>
    public string? MetricName { get; init; }

    /// <summary>E.g. <c>Sum</c> or <c>p90</c>.</summary>
    public string? Stat { get; init; }

    /// <summary>All dimensions of the metric: CloudWatch finds it by exactly these.</summary>
    public IReadOnlyList<MetricDimension> Dimensions { get; init; } = [];

    /// <summary>Only values of this unit; null takes all.</summary>
    public string? Unit { get; init; }
}
