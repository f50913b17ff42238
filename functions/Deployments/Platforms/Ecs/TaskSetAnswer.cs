using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>A task set, as far as it is read.</summary>
public sealed record TaskSetAnswer(string TaskSetArn, string? Id, string? ExternalId, string Status)
{
    /// <summary>How many tasks it shall have.</summary>
    public int ComputedDesiredCount { get; init; }

    /// <summary>How many are starting.</summary>
    public int PendingCount { get; init; }

    /// <summary>How many run.</summary>
    public int RunningCount { get; init; }

    /// <summary>STEADY_STATE or STABILIZING.</summary>
    public string? StabilityStatus { get; init; }

    /// <summary>EC2, FARGATE or EXTERNAL.</summary>
    public string? LaunchType { get; init; }

    /// <summary>Fargate's platform version.</summary>
    public string? PlatformVersion { get; init; }

    /// <summary>When it was made.</summary>
    public JsonElement? CreatedAt { get; init; }

    /// <summary>The target groups that it is registered with.</summary>
    public IReadOnlyList<TaskSetLoadBalancer>? LoadBalancers { get; init; }

    /// <summary>In ECS's shape.</summary>
    public JsonObject? NetworkConfiguration { get; init; }

    /// <summary>In ECS's shape.</summary>
    public JsonArray? CapacityProviderStrategy { get; init; }

    /// <summary>In ECS's shape.</summary>
    public JsonArray? ServiceRegistries { get; init; }

    internal string? TargetGroup => LoadBalancers is [var only, ..] ? only.TargetGroupArn : null;

    internal TaskSetFact Fact(string label) => new(
        Id ?? TaskSetArn[(TaskSetArn.LastIndexOf('/') + 1)..], TaskSetArn, label, Status, ComputedDesiredCount, PendingCount, RunningCount, TargetGroup, CreatedAt?.ToString());
}
