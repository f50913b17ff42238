using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers.Calls;
using Sluice.Platform.Json;

namespace Sluice.Pipelines.Providers.Ecs;

/// <summary>How far the rolling deployment of a service is.</summary>
[Kind("ecs-service")]
internal sealed record ServiceProgress : CallingProgress
{
    /// <summary>What the service ran before.</summary>
    public string? Before { get; init; }

    /// <summary>What it is to run; null until it is registered.</summary>
    public string? TaskDefinition { get; init; }

    /// <summary>ECS's deployment of it.</summary>
    public string? DeploymentId { get; init; }

    /// <summary>It is over then; null until it has begun.</summary>
    public DateTimeOffset? Until { get; init; }

    public int Looks { get; init; }

    public override ProgressNote? Note() => DeploymentId is { } id ? new ProgressNote(TaskDefinition, id, null) : null;
}
