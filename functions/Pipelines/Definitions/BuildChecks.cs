using System.Text.Json;

namespace Sluice.Pipelines.Definitions;

/// <summary>What the configurations of builds must be beyond their keys.</summary>
internal static class BuildChecks
{
    private static readonly string[] Types = ["PLAINTEXT", "PARAMETER_STORE", "SECRETS_MANAGER"];

    public static void CodeBuild(ConfigurationRead read)
    {
        if (read.Inputs.Count > 1)
        {
            read.Needs("PrimarySource", "with more than one input artifact: the one in which the buildspec is");
        }

        read.NamesInput("PrimarySource");
        if (read.Plain("CombineArtifacts") == "true" && read.IsPlain("BatchEnabled") && read.Value("BatchEnabled") != "true")
        {
            read.Fault("CombineArtifacts", "BatchEnabled 'true' was expected with it: only the artifacts of a batch can be combined");
        }

        read.Json("EnvironmentVariables", Variables);
    }

    private static string? Variables(JsonElement list) => list.ValueKind == JsonValueKind.Array
        ? list.EnumerateArray().Select(Variable).FirstOrDefault(fault => fault is not null)
        : "a JSON list of {\"name\", \"value\", \"type\"} was expected";

    private static string? Variable(JsonElement variable, int place) =>
        variable.ValueKind != JsonValueKind.Object || Text(variable, "name") is not { Length: > 0 } name || Text(variable, "value") is null
            ? $"{{\"name\", \"value\", \"type\"}} was expected at place {place + 1} of the list, with texts as name and value"
            : !variable.TryGetProperty("type", out var type) || (type.ValueKind == JsonValueKind.String && Types.Contains(type.GetString())) ? null
            : $"one of {string.Join(", ", Types)} was expected as the type of '{name}'";

    private static string? Text(JsonElement variable, string name) => variable.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
