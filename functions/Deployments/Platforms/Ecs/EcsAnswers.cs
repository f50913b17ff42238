using System.Text.Json.Nodes;
using System.Text.Json;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>What ECS answers to <c>DescribeServices</c>.</summary>
public sealed record ServicesAnswer(IReadOnlyList<ServiceAnswer>? Services);

/// <summary>A service, as far as it is read.</summary>
/// <param name="Status">ACTIVE, DRAINING or INACTIVE.</param>
/// <param name="DesiredCount">How many tasks it shall have.</param>
/// <param name="LaunchType">EC2, FARGATE or EXTERNAL.</param>
/// <param name="DeploymentController">Who deploys it.</param>
/// <param name="TaskSets">Its task sets.</param>
public sealed record ServiceAnswer(
    string? Status, int DesiredCount, string? LaunchType, DeploymentController? DeploymentController, IReadOnlyList<TaskSetAnswer>? TaskSets);

/// <summary>ECS's <c>DeploymentController</c>: ECS, CODE_DEPLOY or EXTERNAL.</summary>
public sealed record DeploymentController(string? Type);

/// <summary>What ECS answers to <c>DescribeTaskSets</c> of a service.</summary>
internal sealed record TaskSetsAnswer(IReadOnlyList<TaskSetAnswer>? TaskSets);

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

/// <summary>ECS's <c>LoadBalancer</c>, as far as it is read.</summary>
public sealed record TaskSetLoadBalancer(string? TargetGroupArn);
