using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Sluice.Platform.Tracing;

/// <summary>An event of the suite's bus that tells that a run, a build or a deployment has ended.</summary>
/// <param name="DetailType">Which kind of event.</param>
/// <param name="Detail">The original's document.</param>
public sealed record EndedWork([property: JsonPropertyName("detail-type")] string DetailType, JsonObject? Detail);
