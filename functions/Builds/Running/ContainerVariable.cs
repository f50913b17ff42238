using System.Text.Json.Serialization;

namespace Sluice.Builds.Running;

/// <summary>A variable of a task's container, in ECS's shape.</summary>
internal sealed record ContainerVariable(
    [property: JsonPropertyName("Name")] string Name,
    [property: JsonPropertyName("Value")] string Value);
