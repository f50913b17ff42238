using System.Text.Json.Nodes;

namespace Sluice.Deployments.Runs;

/// <summary>What happened, before the store gives it its number.</summary>
internal sealed record DeploymentEvent(string DetailType, JsonObject Detail)
{
    /// <summary>What it is about, as a part of an ARN of CodeDeploy.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];
}
