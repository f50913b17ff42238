using System.Text.Json.Nodes;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Providers.Calls;

/// <summary>What the last step of an action's machine brought.</summary>
/// <param name="Call">Which call it was; null at first.</param>
/// <param name="Output">What the service answered, as far as the machine hands it on.</param>
/// <param name="Error">What it refused, or that a wait is over (<c>States.Timeout</c>).</param>
internal sealed record Seen(string? Call, JsonNode? Output, CaughtError? Error);
