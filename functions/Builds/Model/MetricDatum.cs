using System.Text.Json.Serialization;

namespace Sluice.Builds.Model;

/// <summary>A value of a metric, in CloudWatch's shape.</summary>
public sealed record MetricDatum(
    [property: JsonPropertyName("MetricName")] string MetricName,
    [property: JsonPropertyName("Dimensions")] IReadOnlyList<MetricDimension> Dimensions,
    [property: JsonPropertyName("Value")] double Value,
    [property: JsonPropertyName("Unit")] string Unit,
    [property: JsonPropertyName("Timestamp")] string Timestamp);
