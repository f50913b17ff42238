using System.Text.Json.Nodes;
using Sluice.Pipelines.Providers.Calls;

namespace Sluice.Pipelines.Providers.Ecs;

/// <summary>A service as ECS describes it.</summary>
internal sealed record ServiceView(JsonNode Service)
{
    public string TaskDefinition => (string)Service["TaskDefinition"]!;

    public bool IsActive => (string?)Service["Status"] is null or "ACTIVE";

    /// <summary>Who deploys it; ECS itself where nothing is told.</summary>
    public string Controller => (string?)Service["DeploymentController"]?["Type"] ?? "ECS";

    private IEnumerable<JsonNode> Deployments => (Service["Deployments"] as JsonArray ?? []).OfType<JsonNode>();

    /// <summary>Null if there is none.</summary>
    public static ServiceView? Of(Seen seen) => (seen.Output?["services"] as JsonArray)?.FirstOrDefault() is { } service ? new ServiceView(service) : null;

    /// <summary>The deployment that ECS is at, which replaces all others.</summary>
    public JsonNode? Primary => Deployments.FirstOrDefault(deployment => (string?)deployment["Status"] == "PRIMARY");

    public JsonNode? Deployment(string? id) => Deployments.FirstOrDefault(deployment => (string?)deployment["Id"] == id);

    /// <summary>ECS says so, or, where it does not, all tasks run and no other deployment has any.</summary>
    public bool IsSteady(JsonNode deployment) => (string?)deployment["RolloutState"] is { } state
        ? state == "COMPLETED"
        : Deployments.Count() == 1 && (int?)deployment["RunningCount"] == (int?)deployment["DesiredCount"];
}
