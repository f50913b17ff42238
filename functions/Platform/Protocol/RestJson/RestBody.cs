using System.Text.Json;
using Sluice.Platform.Protocol.Checking;
using Sluice.Platform.Protocol.Json;
using Sluice.Platform.Protocol.Models;

namespace Sluice.Platform.Protocol.RestJson;

/// <summary>What the body of a request gives an operation: one member as a whole, or all that have no other place.</summary>
internal static class RestBody
{
    /// <exception cref="ApiException">It cannot be read.</exception>
    public static void Write(Utf8JsonWriter writer, Shape shape, ReadOnlyMemory<byte> body)
    {
        if (shape.Payload is { } payload)
        {
            Payload(writer, payload, body);
        }
        else if (shape.Members.Values.Any(member => member.Location is null))
        {
            Members(writer, shape, body);
        }
    }

    private static void Members(Utf8JsonWriter writer, Shape shape, ReadOnlyMemory<byte> body)
    {
        using var document = JsonBody.Read(body);
        foreach (var member in shape.Members.Values.Where(member => member.Location is null))
        {
            if (document.RootElement.TryGet(member.Name, out var value))
            {
                writer.WritePropertyName(member.Name);
                value.WriteTo(writer);
            }
        }
    }

    /// <summary>No body is no member. What is streamed goes beside the document.</summary>
    private static void Payload(Utf8JsonWriter writer, Member payload, ReadOnlyMemory<byte> body)
    {
        if (payload.Shape.IsStreaming || body.IsEmpty)
        {
            return;
        }

        writer.WritePropertyName(payload.Name);
        switch (payload.Shape.Type)
        {
            case ShapeType.Blob:
                writer.WriteBase64StringValue(JsonBody.Bounded(body).Span);
                break;
            case ShapeType.String:
                writer.WriteStringValue(JsonBody.Text(body).Span);
                break;
            default:
                Document(writer, body);
                break;
        }
    }

    private static void Document(Utf8JsonWriter writer, ReadOnlyMemory<byte> body)
    {
        using var document = JsonBody.Read(body);
        document.RootElement.WriteTo(writer);
    }
}
