using System.Text.Json.Nodes;

namespace Sluice.World;

/// <summary>JSON with single quotes, which is easier to read inside code.</summary>
internal static class SingleQuoted
{
    public static JsonObject Json(string text) => JsonNode.Parse(text.Replace('\'', '"'))!.AsObject();
}
