using System.Text.Json.Serialization;

namespace Sluice.Builds.Statuses;

/// <summary>What the event tells.</summary>
/// <param name="BuildArn">The build.</param>
public sealed record BuildChangedDetail([property: JsonPropertyName("build-id")] string? BuildArn);
