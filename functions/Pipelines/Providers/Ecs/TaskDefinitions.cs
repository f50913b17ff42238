using System.Text.Json.Nodes;

namespace Sluice.Pipelines.Providers.Ecs;

/// <summary>Makes the next revision of a task definition out of the one that a service runs.</summary>
internal static class TaskDefinitions
{
    /// <summary>What ECS tells of a task definition and does not take.</summary>
    private static readonly string[] Told =
        ["TaskDefinitionArn", "Revision", "Status", "RequiresAttributes", "Compatibilities", "RegisteredAt", "RegisteredBy", "DeregisteredAt", "DeleteRequestedAt"];

    /// <summary>The parameters that register it with other images; all else stays as it is.</summary>
    /// <param name="described">What <c>DescribeTaskDefinition</c> told, tags included.</param>
    /// <param name="images">By container.</param>
    /// <exception cref="ArtifactException">It has no such container.</exception>
    public static JsonObject Next(JsonNode described, IReadOnlyDictionary<string, string> images)
    {
        var next = (JsonObject)described["TaskDefinition"]!.DeepClone();
        var containers = (JsonArray)next["ContainerDefinitions"]!;
        var names = containers.Select(container => (string)container!["Name"]!).ToList();
        var missing = images.Keys.Except(names).ToList();
        if (missing.Count > 0)
        {
            throw new ArtifactException($"The task definition {(string?)next["TaskDefinitionArn"]} has no container {string.Join(", ", missing.Select(name => $"'{name}'"))}; it has {string.Join(", ", names)}.");
        }

        foreach (var container in containers.Where(container => images.ContainsKey((string)container!["Name"]!)))
        {
            container!["Image"] = images[(string)container["Name"]!];
        }

        foreach (var name in Told.Concat(next.Where(member => member.Value is null).Select(member => member.Key)).ToList())
        {
            next.Remove(name);
        }

        if (described["Tags"] is JsonArray { Count: > 0 } tags)
        {
            next["Tags"] = tags.DeepClone();
        }

        return next;
    }
}
