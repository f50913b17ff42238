using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Wire;

/// <summary>A request's body, which clients may have compressed.</summary>
internal static class WireBody
{
    private const int LargestText = 16 * 1024 * 1024;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="ApiException">It cannot be read.</exception>
    public static string Text(ApiRequest request) => Encoding.UTF8.GetString(Bytes(request).Span);

    /// <exception cref="ApiException">It cannot be read.</exception>
    public static ReadOnlyMemory<byte> Bytes(ApiRequest request)
    {
        var encoding = request.Header("Content-Encoding");
        return encoding switch
        {
            null or "" or "identity" => request.Body,
            "gzip" => Unzipped(request.Body),
            _ => throw new ApiException(CommonErrors.Serialization, $"The Content-Encoding is '{encoding}', and must be gzip or none: a body signed in chunks (aws-chunked) is not taken."),
        };
    }

    /// <summary>An empty body is an empty object.</summary>
    /// <exception cref="ApiException">It is no JSON object.</exception>
    public static JsonObject Json(ApiRequest request)
    {
        var text = Text(request);
        try
        {
            return text.Length == 0 ? [] : JsonNode.Parse(text, documentOptions: Strict) as JsonObject ?? throw new ApiException(CommonErrors.Serialization, "The body must be a JSON object.");
        }
        catch (JsonException e)
        {
            throw new ApiException(CommonErrors.Serialization, e.Message);
        }
    }

    private static ReadOnlyMemory<byte> Unzipped(ReadOnlyMemory<byte> body)
    {
        using var zipped = new GZipStream(new MemoryStream(body.ToArray()), CompressionMode.Decompress);
        var buffer = new byte[LargestText + 1];
        try
        {
            var length = zipped.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return length <= LargestText ? buffer.AsMemory(0, length) : throw new ApiException(CommonErrors.Serialization, $"The body is larger than {LargestText} bytes unpacked.");
        }
        catch (InvalidDataException e)
        {
            throw new ApiException(CommonErrors.Serialization, e.Message);
        }
    }
}
