namespace Sluice.Local.Cloud.Alarms.Shapes;

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
