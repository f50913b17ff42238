using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Events.Rules;
using Sluice.Local.StateMachines.Paths;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.Cloud.Events.Inputs;

/// <summary>What a target is sent of an event: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html.</summary>
internal static class TargetInput
{
    /// <param name="target">To which.</param>
    /// <param name="happened">The event.</param>
    /// <param name="rule">Its name and ARN.</param>
    /// <param name="taken">When the event was taken.</param>
    public static string Of(EventTarget target, JsonObject happened, (string Name, string Arn) rule, DateTimeOffset taken) => target switch
    {
        { Input: { } input } => input,
        { InputPath: { } path } => Found(path, happened)?.ToJsonString(AwsJson.Options) ?? "null",
        { InputTransformer: { } transformer } => InputTemplate.Fill(transformer.InputTemplate, Values(transformer, happened, rule, taken)),
        _ => happened.ToJsonString(AwsJson.Options),
    };

    private static Dictionary<string, JsonNode?> Values(InputTransformer transformer, JsonObject happened, (string Name, string Arn) rule, DateTimeOffset taken)
    {
        var bare = (JsonObject)happened.DeepClone();
        bare.Remove("detail");
        var values = new Dictionary<string, JsonNode?>(StringComparer.Ordinal)
        {
            ["aws.events.rule-arn"] = rule.Arn,
            ["aws.events.rule-name"] = rule.Name,
            ["aws.events.event.ingestion-time"] = taken.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
            ["aws.events.event"] = bare,
            ["aws.events.event.json"] = happened.DeepClone(),
        };
        foreach (var (name, path) in transformer.InputPathsMap ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            values.TryAdd(name, Found(path, happened));
        }

        return values;
    }

    private static JsonNode? Found(string path, JsonObject happened) =>
        DataPath.TryParse(path, out var parsed, out _) ? parsed.Find(Data.From(happened))?.ToNode() : null;
}
