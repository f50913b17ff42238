using System.Globalization;
using System.Text.Json.Nodes;

namespace Sluice.Local.Commands.Narration;

/// <summary>A split of traffic in words, e.g. <c>hello:live  version 1 90 %  version 2 10 %</c> or <c>main/shop  blue 90 %  green 10 %</c>.</summary>
internal static class TrafficText
{
    public static string Of(JsonObject shifted)
    {
        var weights = (JsonObject?)shifted["weights"] ?? [];
        var parts = weights.Select(entry => $"{Receiver(entry.Key)} {Percent(entry.Value!.GetValue<decimal>())}");
        return $"{Subject(shifted)}  {string.Join("  ", parts)}";
    }

    /// <summary>Whose traffic it is: a function's alias, or a cluster's service.</summary>
    public static string Subject(JsonObject detail) =>
        detail["service"] is { } service ? $"{detail["cluster"]}/{service}" : $"{detail["functionName"]}:{detail["alias"]}";

    // A target group is known by its name, which its ARN holds.
    private static string Receiver(string key) => key.Split(":targetgroup/") is [_, var target] ? target.Split('/')[0] : $"version {key}";

    private static string Percent(decimal share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
