namespace Sluice.Local.Cloud.Alarms.Shapes;

/// <summary>CloudWatch's Metric.</summary>
internal sealed record MetricShape(string? Namespace, string? MetricName, IReadOnlyList<DimensionShape>? Dimensions);

/// <summary>CloudWatch's Dimension.</summary>
internal sealed record DimensionShape(string Name, string Value);

/// <summary>CloudWatch's MetricStat.</summary>
internal sealed record MetricStatShape(MetricShape? Metric, int? Period, string? Stat, string? Unit);

/// <summary>CloudWatch's MetricDataQuery: a metric or an expression over others.</summary>
internal sealed record MetricQueryShape(string? Id, MetricStatShape? MetricStat, string? Expression, string? Label, bool? ReturnData, int? Period);

/// <summary>CloudWatch's MetricDatum: one value, values with how often each came, or statistics of values. Units are not told apart here.</summary>
internal sealed record MetricDatumShape(
    string MetricName,
    IReadOnlyList<DimensionShape>? Dimensions,
    DateTimeOffset? Timestamp,
    double? Value,
    IReadOnlyList<double>? Values,
    IReadOnlyList<double>? Counts,
    StatisticSetShape? StatisticValues,
    string? Unit,
    int? StorageResolution);

/// <summary>CloudWatch's StatisticSet.</summary>
internal sealed record StatisticSetShape(double SampleCount, double Sum, double Minimum, double Maximum);
