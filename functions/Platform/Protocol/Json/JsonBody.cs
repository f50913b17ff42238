using System.Text.Json;
using System.Text.Unicode;

namespace Sluice.Platform.Protocol.Json;

/// <summary>Reads a body that is one JSON object.</summary>
internal static class JsonBody
{
    private static readonly byte[] NoInput = "{}"u8.ToArray();

    /// <summary>No body is an empty object.</summary>
    /// <exception cref="ApiException">It is too long, no UTF-8, or no JSON object.</exception>
    public static JsonDocument Read(ReadOnlyMemory<byte> body)
    {
        var document = Parse(body.IsEmpty ? NoInput : Text(body));
        return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw Unreadable($"expected a JSON object, found {document.RootElement.ValueKind}");
    }

    /// <exception cref="ApiException">It is too long, or no UTF-8.</exception>
    public static ReadOnlyMemory<byte> Text(ReadOnlyMemory<byte> body) => Utf8.IsValid(Bounded(body).Span) ? body : throw Unreadable("it is not UTF-8");

    /// <exception cref="ApiException">It is too long.</exception>
    public static ReadOnlyMemory<byte> Bounded(ReadOnlyMemory<byte> body) =>
        body.Length <= ApiRequest.LargestBody ? body : throw Unreadable($"a request has at most {ApiRequest.LargestBody} bytes");

    private static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException e)
        {
            throw Unreadable(e.Message);
        }
    }

    private static ApiException Unreadable(string why) => new(CommonErrors.Serialization, $"The body cannot be read: {why}.");
}
