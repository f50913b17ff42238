using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Functions.Urls;

/// <summary>
/// Reads what functions answer: Lambda's payload format 2.0 (https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-response-payload), or the same as a head before a streamed body, which
/// eight zero bytes end.
/// </summary>
internal static class UrlReplyReader
{
    /// <summary>Of a streamed answer that has a head.</summary>
    public const string HeadedType = "application/vnd.awslambda.http-integration-response";

    /// <summary>In bytes.</summary>
    public const int LargestHead = 256 * 1024;

    /// <summary>How much of what ends a head can be there without ending it.</summary>
    public const int LongestPartOfEnd = 7;

    private const string Json = "application/json";
    private const string ContentType = "Content-Type";
    private static readonly byte[] EndOfHead = new byte[LongestPartOfEnd + 1];

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    // They are of this connection, or follow from the body.
    private static readonly HashSet<string> Dropped = new(["Connection", "Keep-Alive", "Transfer-Encoding", "Upgrade", "Content-Length"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Of a whole answer. What has no <c>statusCode</c> is the body of a 200.</summary>
    /// <returns>Null if the answer is no HTTP answer.</returns>
    public static UrlReply? Whole(byte[] payload)
    {
        if (Headed(payload) is { } streamed)
        {
            return streamed;
        }

        return Parsed(payload) switch
        {
            JsonObject document when document.ContainsKey("statusCode") => Of(document, () => Body(document)),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => Text(value) is { } text ? Plain(Encoding.UTF8.GetBytes(text)) : null,
            _ => Plain(payload),
        };
    }

    /// <summary>Of an answer that is taken as it is.</summary>
    public static UrlReply Raw(string? contentType, ReadOnlyMemory<byte> body) => new(200, [new(ContentType, string.IsNullOrEmpty(contentType) ? "application/octet-stream" : contentType)], body);

    /// <summary>Where the body begins behind a head; negative if the head does not end yet.</summary>
    public static int BodyAt(ReadOnlySpan<byte> begun) => begun.IndexOf(EndOfHead) is >= 0 and var end ? end + EndOfHead.Length : -1;

    /// <summary>Of a head and what came behind it.</summary>
    /// <returns>Null if it has none, or one that says no HTTP answer.</returns>
    public static UrlReply? Headed(byte[] begun) => BodyAt(begun) is > 0 and var body && Parsed(begun[..(body - EndOfHead.Length)]) is JsonObject head
        ? Of(head, () => begun.AsMemory(body))
        : null;

    private static UrlReply Plain(byte[] body) => new(200, [new(ContentType, Json)], body);

    private static UrlReply? Of(JsonObject document, Func<ReadOnlyMemory<byte>?> body)
    {
        try
        {
            var status = Status(document["statusCode"]);
            var headers = Headers(document);
            return status is >= 200 and <= 599 && headers.All(IsHeader) && body() is { } bytes ? new UrlReply(status, WithType(headers), bytes) : null;
        }
        catch (InvalidOperationException)
        {
            // A string in it is half a surrogate.
            return null;
        }
    }

    private static List<KeyValuePair<string, string>> WithType(List<KeyValuePair<string, string>> headers) =>
        headers.Exists(header => header.Key.Equals(ContentType, StringComparison.OrdinalIgnoreCase)) ? headers : [.. headers, new(ContentType, Json)];

    private static string? Text(JsonValue value)
    {
        try
        {
            return value.GetValue<string>();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static int Status(JsonNode? status) => status is null ? 200 : int.TryParse(status.ToString(), out var number) ? number : 0;

    private static List<KeyValuePair<string, string>> Headers(JsonObject document) =>
    [
        .. (document["headers"] as JsonObject ?? []).Where(header => header.Value is not null && !Dropped.Contains(header.Key)).Select(header => KeyValuePair.Create(header.Key, header.Value!.ToString())),
        .. (document["cookies"] as JsonArray ?? []).Where(cookie => cookie is not null).Select(cookie => KeyValuePair.Create("Set-Cookie", cookie!.ToString())),
    ];

    /// <summary>Null if it is said to be base64 and is none.</summary>
    private static ReadOnlyMemory<byte>? Body(JsonObject document)
    {
        var body = document["body"] is { } node ? node is JsonValue value && value.TryGetValue<string>(out var given) ? given : node.ToJsonString(AwsJson.Options) : "";
        if (document["isBase64Encoded"] is not JsonValue flag || !flag.TryGetValue<bool>(out var isBase64) || !isBase64)
        {
            return Encoding.UTF8.GetBytes(body);
        }

        var decoded = new byte[body.Length];
        return Convert.TryFromBase64String(body, decoded, out var length) ? new ReadOnlyMemory<byte>(decoded, 0, length) : default(ReadOnlyMemory<byte>?);
    }

    private static bool IsHeader(KeyValuePair<string, string> header) =>
        header.Key.Length > 0 && header.Key.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c)) && !header.Value.Any(char.IsControl);

    private static JsonNode? Parsed(byte[] json)
    {
        try
        {
            return json.Length == 0 ? null : JsonNode.Parse(json, documentOptions: Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
