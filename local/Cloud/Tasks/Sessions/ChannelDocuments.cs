using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sluice.Local.Cloud.Tasks.Sessions;

/// <summary>What is JSON on a data channel.</summary>
internal static class ChannelDocuments
{
    private static readonly JsonSerializerOptions _plain = new() { MaxDepth = 4 };

    /// <summary>Null if it is not of this shape.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, _plain);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static byte[] Write<T>(T document) => JsonSerializer.SerializeToUtf8Bytes(document, _plain);

    /// <summary>A client's first message, which is text.</summary>
    /// <param name="TokenValue">By what it proves that the session is its own.</param>
    internal sealed record Opening(string? TokenValue);

    /// <summary>How large a terminal is.</summary>
    /// <param name="Columns">In characters.</param>
    /// <param name="Rows">In characters.</param>
    internal sealed record Size([property: JsonPropertyName("cols")] int Columns, [property: JsonPropertyName("rows")] int Rows);

    /// <summary>Of a message that has come.</summary>
    internal sealed record Acknowledgement(
        [property: JsonPropertyName("AcknowledgedMessageType")] string? Type,
        [property: JsonPropertyName("AcknowledgedMessageId")] string? Id,
        [property: JsonPropertyName("AcknowledgedMessageSequenceNumber")] long SequenceNumber,
        bool IsSequentialMessage);

    /// <summary>Of a channel that ends.</summary>
    /// <param name="MessageId">The message's.</param>
    /// <param name="CreatedDate">When.</param>
    /// <param name="DestinationId">Where the terminal is.</param>
    /// <param name="SessionId">Which session.</param>
    /// <param name="MessageType">What the message is.</param>
    /// <param name="SchemaVersion">1.</param>
    /// <param name="Output">Why, for people; empty if it came to its own end.</param>
    internal sealed record Closing(string MessageId, string CreatedDate, string DestinationId, string SessionId, string MessageType, int SchemaVersion, string Output);
}
