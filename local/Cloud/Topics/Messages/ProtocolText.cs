using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Topics.Messages;

/// <summary>What a message says to subscribers of a protocol.</summary>
internal static class ProtocolText
{
    /// <param name="message">With <c>MessageStructure</c> json it has a text for each protocol, and one by default.</param>
    public static string Of(PublishedMessage message, string protocol)
    {
        if (!message.IsByProtocol)
        {
            return message.Text;
        }

        var texts = JsonNode.Parse(message.Text)!;
        return (string)(texts[protocol] ?? texts["default"])!;
    }

    /// <summary>What is wrong with such JSON; null if nothing is.</summary>
    public static string? Fault(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject texts
                ? texts["default"]?.GetValueKind() != JsonValueKind.String ? "Message Structure - No default entry in JSON message body"
                    : texts.Any(entry => entry.Value?.GetValueKind() != JsonValueKind.String) ? "Message Structure - each entry in the JSON message body must be a text" : null
                : "Message Structure - JSON message body failed to parse";
        }
        catch (JsonException)
        {
            return "Message Structure - JSON message body failed to parse";
        }
    }
}
