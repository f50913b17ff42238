using System.Text.Json;

namespace Sluice.Pipelines.Definitions;

/// <summary>What the configurations of calls must be beyond their keys.</summary>
internal static class InvokeChecks
{
    public static void StepFunctions(ConfigurationRead read)
    {
        if (read.Plain("InputType") != "FilePath")
        {
            if (read.IsPlain("InputType"))
            {
                read.Json("Input", _ => null);
            }

            return;
        }

        read.Needs("Input", "with InputType FilePath: the path of the file in the input artifact");
        if (read.Inputs.Count == 0)
        {
            read.Fault("InputType", "an input artifact was expected with FilePath: the one in which the file is");
        }
    }

    public static void CodePipeline(ConfigurationRead read)
    {
        read.Json("SourceRevisions", List("actionName", "revisionType", "revisionValue"));
        read.Json("Variables", List("name", "value"));
    }

    private static Func<JsonElement, string?> List(params string[] members) => list =>
        list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object && members.All(member => item.TryGetProperty(member, out var text) && text.ValueKind == JsonValueKind.String))
            ? null
            : $"a JSON list of maps with {string.Join(", ", members)} was expected";
}
