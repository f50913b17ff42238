using System.Text.Json.Nodes;

namespace Sluice.Platform.Runs;

/// <summary>What happened, before the store gives it an id, a time and a number.</summary>
/// <param name="DetailType">The original's, e.g. <c>CodeBuild Build State Change</c>.</param>
/// <param name="Detail">The original's document.</param>
public sealed record RunEvent(string DetailType, JsonObject Detail)
{
    /// <summary>What it is about, as the service's store completes it to ARNs.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];
}
