using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Pipelines.Providers.CloudFormation;

/// <summary>A template configuration file: CodePipeline's parameters, tags and policy of a stack.</summary>
internal sealed record StackConfiguration(IReadOnlyDictionary<string, string> Parameters, JsonArray? Tags, string? StackPolicy)
{
    private static readonly string[] Members = ["Parameters", "Tags", "StackPolicy"];

    public static StackConfiguration None { get; } = new(new Dictionary<string, string>(), null, null);

    /// <param name="content">The file's.</param>
    /// <param name="file">For messages.</param>
    /// <exception cref="ArtifactException">It is not what it must be; all of it is told.</exception>
    public static StackConfiguration Read(ReadOnlySpan<byte> content, string file)
    {
        var document = Parse(content, file);
        var faults = document.Select(member => member.Key).Except(Members).Select(name => $"it has '{name}': {string.Join(", ", Members)} were expected").ToList();
        var parameters = Texts(document["Parameters"], "Parameters", faults);
        var tags = document["Tags"] is { } given ? Texts(given, "Tags", faults) : null;
        var policy = document["StackPolicy"];
        if (policy is not null and not JsonObject)
        {
            faults.Add("StackPolicy is no map: a policy's document was expected");
        }

        return faults.Count == 0
            ? new StackConfiguration(parameters, tags is null ? null : StackTexts.List(tags, "Key", "Value"), policy?.ToJsonString())
            : throw new ArtifactException($"The template configuration {file} cannot be used: {string.Join("; ", faults)}.");
    }

    private static JsonObject Parse(ReadOnlySpan<byte> content, string file)
    {
        try
        {
            return JsonNode.Parse(content) as JsonObject ?? throw new ArtifactException($"The template configuration {file} is no JSON map.");
        }
        catch (JsonException e)
        {
            throw new ArtifactException($"The template configuration {file} is no JSON: {e.Message}");
        }
    }

    private static Dictionary<string, string> Texts(JsonNode? map, string name, List<string> faults)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (map is not null and not JsonObject)
        {
            faults.Add($"{name} is no map");
            return texts;
        }

        foreach (var (key, value) in map as JsonObject ?? [])
        {
            if (StackTexts.Of(value) is { } text)
            {
                texts[key] = text;
            }
            else
            {
                faults.Add($"{name}.{key} is no text");
            }
        }

        return texts;
    }
}
