using System.Text.Json.Nodes;
using Sluice.Deployments.Model.Traffic;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>
/// A listener's only default action, which forwards to weighted target groups. Weights are whole numbers from 0 to 999: the ends are 1 and 0, a share in tenths
/// of a percent is its thousandths and the rest.
/// </summary>
internal static class ForwardAction
{
    private const int Whole = 1000;

    /// <summary>Why the actions cannot be used; null if they can.</summary>
    public static string? Fault(JsonArray? actions) =>
        actions is not [JsonObject action] ? $"has {actions?.Count ?? 0} default actions; expected one that forwards"
        : (string?)action["Type"] != "forward" ? $"has the default action '{(string?)action["Type"]}'; expected 'forward'"
        : Weights(action).Count == 0 ? "forwards to no target group"
        : null;

    /// <summary>The traffic that the actions tell of; null if they are not one that forwards. <paramref name="main"/> is the main receiver while it gets any.</summary>
    public static TrafficSplit? Read(JsonArray? actions, string? main)
    {
        if (Fault(actions) is not null)
        {
            return null;
        }

        var weights = Weights((JsonObject)actions![0]!);
        var sum = weights.Values.Sum();
        var first = main is not null && weights.GetValueOrDefault(main) > 0 ? main : weights.MaxBy(weight => weight.Value).Key;
        return new TrafficSplit(
            first,
            weights.Where(weight => weight.Key != first).ToDictionary(weight => weight.Key, weight => sum == 0 ? 0 : (decimal)weight.Value / sum, StringComparer.Ordinal));
    }

    /// <summary>The same actions with other weights.</summary>
    public static JsonArray Write(JsonArray actions, TrafficSplit traffic)
    {
        var written = Rest(actions);
        var forward = written[0]!["ForwardConfig"] as JsonObject ?? [];
        var isEnd = traffic.Weights.Values.All(weight => weight == 0);
        forward["TargetGroups"] = new JsonArray([.. traffic.Shares().Select(share => (JsonNode)new JsonObject
        {
            ["TargetGroupArn"] = share.Key,
            ["Weight"] = isEnd ? (int)share.Value : (int)(share.Value * Whole),
        })]);
        written[0]!["ForwardConfig"] = forward;
        return written;
    }

    /// <summary>Whether they are the same apart from where they forward to.</summary>
    public static bool IsSameRest(JsonArray? actions, JsonArray others) => actions is not null && JsonNode.DeepEquals(Rest(actions), Rest(others));

    private static JsonArray Rest(JsonArray actions)
    {
        var rest = (JsonArray)actions.DeepClone();
        foreach (var action in rest.OfType<JsonObject>())
        {
            action.Remove("TargetGroupArn");
            (action["ForwardConfig"] as JsonObject)?.Remove("TargetGroups");
        }

        return rest;
    }

    // Of a single target group the load balancer may tell the ARN alone.
    private static Dictionary<string, int> Weights(JsonObject action) =>
        action["ForwardConfig"]?["TargetGroups"] is JsonArray { Count: > 0 } groups
            ? groups.ToDictionary(group => (string)group!["TargetGroupArn"]!, group => (int?)group!["Weight"] ?? 1, StringComparer.Ordinal)
            : (string?)action["TargetGroupArn"] is { } only ? new Dictionary<string, int>(StringComparer.Ordinal) { [only] = 1 }
            : [];
}
