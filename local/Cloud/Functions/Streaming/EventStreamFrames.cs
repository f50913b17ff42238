using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime.EventStreams;

namespace Sluice.Local.Cloud.Functions.Streaming;

/// <summary>The events of InvokeWithResponseStream, framed as <c>application/vnd.amazon.eventstream</c>.</summary>
internal static class EventStreamFrames
{
    public const string ContentType = "application/vnd.amazon.eventstream";

    /// <summary>A piece of the answer.</summary>
    public static byte[] PayloadChunk(byte[] piece) => Event("PayloadChunk", "application/octet-stream", piece);

    /// <summary>The end.</summary>
    /// <param name="errorCode">Null if the function answered.</param>
    /// <param name="errorDetails">What the function, or the service, says of its error.</param>
    /// <param name="logResult">The end of the function's log, base64; null if nobody asked for it.</param>
    public static byte[] InvokeComplete(string? errorCode, string? errorDetails, string? logResult)
    {
        var document = new JsonObject { ["ErrorCode"] = errorCode, ["ErrorDetails"] = errorDetails, ["LogResult"] = logResult };
        foreach (var absent in document.Where(member => member.Value is null).Select(member => member.Key).ToList())
        {
            document.Remove(absent);
        }

        return Event("InvokeComplete", "application/json", JsonSerializer.SerializeToUtf8Bytes(document, AwsJson.Options));
    }

    private static byte[] Event(string type, string contentType, byte[] payload) =>
        new EventStreamMessage([Header(":event-type", type), Header(":content-type", contentType), Header(":message-type", "event")], payload).ToByteArray();

    private static EventStreamHeader Header(string name, string value)
    {
        var header = new EventStreamHeader(name);
        header.SetString(value);
        return header;
    }
}
