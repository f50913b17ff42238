using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.Platforms.Ecs.Templates;

/// <summary>Reads a task definition as ECS's clients write it, and writes the parameters of <c>RegisterTaskDefinition</c> as a state machine calls it.</summary>
internal static class TaskDefinitionTemplate
{
    private static readonly string[] _known =
    [
        "family", "taskRoleArn", "executionRoleArn", "networkMode", "containerDefinitions", "volumes", "placementConstraints", "requiresCompatibilities", "cpu", "memory", "tags", "pidMode", "ipcMode", "proxyConfiguration",
        "inferenceAccelerators", "ephemeralStorage", "runtimePlatform", "enableFaultInjection",
    ];

    /// <summary>What a description of a task definition says of it beside; people save those.</summary>
    private static readonly string[] _answered = ["taskDefinitionArn", "revision", "status", "requiresAttributes", "compatibilities", "registeredAt", "registeredBy", "deregisteredAt"];

    /// <summary>Maps whose keys are the user's own words.</summary>
    private static readonly string[] _maps = ["dockerLabels", "options", "driverOpts", "labels"];

    /// <param name="file">Its name, for its faults.</param>
    /// <param name="text">Its text, with its images.</param>
    /// <exception cref="InvalidDocumentException">All the faults found.</exception>
    public static JsonObject Read(string file, string text)
    {
        JsonObject? read = null;
        try
        {
            read = JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }) as JsonObject;
        }
        catch (JsonException e)
        {
            throw new InvalidDocumentException([new Fault(file, (int)(e.LineNumber ?? -1) + 1, "", $"is no JSON: {e.Message}")]);
        }

        IReadOnlyList<Fault> faults = [.. Faults(read).Select(fault => new Fault(file, 0, fault.Path, fault.Message))];
        return faults.Count == 0 ? Pascal(read!, _answered) : throw new InvalidDocumentException(faults);
    }

    private static IEnumerable<(string Path, string Message)> Faults(JsonObject? read)
    {
        if (read is null)
        {
            yield return ("", "a map with a family and containerDefinitions was expected");
            yield break;
        }

        if (read["family"] is not JsonValue family || family.GetValueKind() != JsonValueKind.String)
        {
            yield return ("family", "is required: the name of the task definition");
        }

        if (read["containerDefinitions"] is not JsonArray { Count: > 0 })
        {
            yield return ("containerDefinitions", "is required: a list of at least one container");
        }

        foreach (var name in read.Select(member => member.Key).Except([.. _known, .. _answered], StringComparer.Ordinal))
        {
            yield return (name, $"is not known here; expected one of {string.Join(", ", _known)}");
        }
    }

    /// <summary>State machines write the members of AWS's requests with a capital letter.</summary>
    private static JsonObject Pascal(JsonObject map, IReadOnlyList<string> without) => new(
        map.Where(member => !without.Contains(member.Key, StringComparer.Ordinal) && member.Value is not null).Select(member => KeyValuePair.Create(
            char.ToUpperInvariant(member.Key[0]) + member.Key[1..],
            _maps.Contains(member.Key, StringComparer.Ordinal) && member.Value is JsonObject ? member.Value.DeepClone() : Pascal(member.Value!))));

    private static JsonNode? Pascal(JsonNode? node) => node switch
    {
        JsonObject map => Pascal(map, []),
        JsonArray list => new JsonArray([.. list.Select(Pascal)]),
        _ => node?.DeepClone(),
    };
}
