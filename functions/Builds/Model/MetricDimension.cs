using System.Text.Json.Serialization;

namespace Sluice.Builds.Model;

/// <summary>What a metric is of, in CloudWatch's shape.</summary>
public sealed record MetricDimension([property: JsonPropertyName("Name")] string Name, [property: JsonPropertyName("Value")] string Value);
