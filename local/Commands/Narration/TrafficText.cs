using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Local.Commands.Live;

namespace Sluice.Local.Commands.Narration;

/// <summary>A split of traffic in words, e.g. <c>hello:live  version 1 90 %  version 2 10 %, watched for 5 s</c> or <c>main/shop  blue 90 %  green 10 %</c>.</summary>
internal static class TrafficText
{
    public static string Of(JsonObject shifted)
    {
        var parts = Shares(shifted).Select(share => $"{share.Name} {Percent(share.Part)}");
        var watched = (int?)shifted["watchSeconds"] is > 0 and var seconds ? $", watched for {Durations.Whole(TimeSpan.FromSeconds(seconds))}" : "";
        return $"{Subject(shifted)}  {string.Join("  ", parts)}{watched}";
    }

    /// <summary>Who gets which part.</summary>
    public static IReadOnlyList<LiveShare> Shares(JsonObject shifted) =>
        [.. ((JsonObject?)shifted["weights"] ?? []).Select(entry => new LiveShare(Receiver(entry.Key), entry.Value!.GetValue<decimal>()))];

    /// <summary>Whose traffic it is: a function's alias, or a cluster's service.</summary>
    public static string Subject(JsonObject detail) =>
        detail["service"] is { } service ? $"{detail["cluster"]}/{service}" : $"{detail["functionName"]}:{detail["alias"]}";

    // A target group is known by its name, which its ARN holds.
    private static string Receiver(string key) => key.Split(":targetgroup/") is [_, var target] ? target.Split('/')[0] : $"version {key}";

    private static string Percent(decimal share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
