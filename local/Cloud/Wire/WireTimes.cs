using System.Globalization;
using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Wire;

/// <summary>JSON and CBOR clients read times as seconds since 1970, where machines see ISO 8601 text.</summary>
internal static class WireTimes
{
    private static readonly HashSet<string> Members = new(StringComparer.Ordinal)
    {
        "Timestamps", "AlarmConfigurationUpdatedTimestamp", "StateUpdatedTimestamp", "StateTransitionedTimestamp", "CreatedAt", "UpdatedAt", "RegisteredAt", "StabilityStatusAt",
        "LastModifiedDate", "CreatedDate", "LastChangedDate", "DeletedDate", "DeletionDate", "CreationTime", "LastModifiedTime",
    };

    /// <summary>The same, with numbers for its times.</summary>
    public static JsonNode? Numbered(JsonNode? node, string member = "") => node switch
    {
        JsonObject members when !MemberCase.IsMap(member, members) => new JsonObject(members.Select(pair => KeyValuePair.Create(pair.Key, Numbered(pair.Value, pair.Key)))),
        JsonArray items => new JsonArray([.. items.Select(item => Numbered(item, member))]),
        JsonValue value when Seconds(member, value) is { } seconds => seconds,
        _ => node?.DeepClone(),
    };

    /// <summary>The seconds since 1970 of a member that is a time; null of any other.</summary>
    public static double? Seconds(string member, JsonValue value) =>
        Members.Contains(member) && value.TryGetValue<string>(out var text) ? Seconds(text) : null;

    private static double Seconds(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeMilliseconds() / 1000.0;
}
