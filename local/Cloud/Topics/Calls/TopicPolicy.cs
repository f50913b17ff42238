using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Topics.Calls;

/// <summary>A topic's policy. It is kept and shown; who may come to this machine is by the suite's keys.</summary>
internal static class TopicPolicy
{
    private static readonly string[] Actions =
        ["GetTopicAttributes", "SetTopicAttributes", "AddPermission", "RemovePermission", "DeleteTopic", "Subscribe", "ListSubscriptionsByTopic", "Publish"];

    /// <summary>The one that SNS gives a topic: all for its own account.</summary>
    public static JsonObject Default(Topic topic, CloudIdentity identity) => new()
    {
        ["Version"] = "2008-10-17",
        ["Id"] = "__default_policy_ID",
        ["Statement"] = new JsonArray(new JsonObject
        {
            ["Sid"] = "__default_statement_ID",
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { ["AWS"] = "*" },
            ["Action"] = new JsonArray([.. Actions.Select(action => (JsonNode)$"SNS:{action}")]),
            ["Resource"] = topic.Arn,
            ["Condition"] = new JsonObject { ["StringEquals"] = new JsonObject { ["AWS:SourceOwner"] = identity.AccountId } },
        }),
    };

    /// <summary>The topic with this statement in its policy, in place of any of the same label; null takes that away.</summary>
    public static Topic With(Topic topic, string label, JsonObject? statement)
    {
        var policy = topic.Set.TryGetValue(TopicAttributes.Policy, out var text) ? JsonNode.Parse(text)!.AsObject() : new JsonObject { ["Version"] = "2008-10-17", ["Statement"] = new JsonArray() };
        var kept = (policy["Statement"] as JsonArray ?? []).Where(one => (string?)one!["Sid"] != label).Select(one => one!.DeepClone());
        policy["Statement"] = new JsonArray([.. kept, .. statement is null ? Array.Empty<JsonNode>() : [statement]]);
        return topic with { Set = new Dictionary<string, string>(topic.Set, StringComparer.Ordinal) { [TopicAttributes.Policy] = policy.ToJsonString(AwsJson.Options) } };
    }

    public static bool Has(Topic topic, string label) =>
        topic.Set.TryGetValue(TopicAttributes.Policy, out var text) && JsonNode.Parse(text)!["Statement"] is JsonArray statements && statements.Any(one => (string?)one!["Sid"] == label);
}
