using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Tasks;

/// <summary>ECS's RunTaskRequest. Where a task runs is no matter here, so those members are accepted and not used.</summary>
internal sealed record RunTaskInput(
    string? TaskDefinition,
    RunTaskInput.OverridesShape? Overrides,
    string? Cluster,
    string? LaunchType,
    string? PlatformVersion,
    string? PropagateTags,
    string? Group,
    bool? EnableExecuteCommand,
    JsonNode? NetworkConfiguration,
    JsonNode? CapacityProviderStrategy,
    JsonNode? Tags)
{
    /// <summary>ECS's TaskOverride.</summary>
    internal sealed record OverridesShape(
        IReadOnlyList<ContainerShape>? ContainerOverrides, string? Cpu, string? Memory, string? TaskRoleArn, string? ExecutionRoleArn, JsonNode? EphemeralStorage);

    /// <summary>ECS's ContainerOverride.</summary>
    internal sealed record ContainerShape(string? Name, IReadOnlyList<VariableShape>? Environment, int? Cpu, int? Memory, int? MemoryReservation);

    /// <summary>ECS's KeyValuePair.</summary>
    internal sealed record VariableShape(string Name, string Value);
}
