using System.Text;
using System.Text.Json;
using Sluice.Platform.Protocol.Json;
using Sluice.Platform.Protocol.Models;

namespace Sluice.Platform.Protocol.RestJson;

/// <summary>Puts an output into the status, the headers and the body of an answer.</summary>
internal static class RestAnswer
{
    private const int NoContent = 204;
    private const string Document = "application/json";

    public static ApiResponse Of(OperationModel operation, OperationOutput output, string requestId)
    {
        if (operation.Output is not { } shape)
        {
            return new ApiResponse(operation.Status, [RequestId(requestId)], default);
        }

        var members = WireDocument.OutputMembers(shape, output.Members).ToList();
        var status = members.FirstOrDefault(bound => bound.Member.Location == "statusCode") is { Member: not null } code ? code.Value.GetInt32() : operation.Status;
        var (type, body) = shape.Payload is { } payload
            ? Payload(payload.Shape, members.FirstOrDefault(bound => bound.Member == payload).Value)
            : (Document, status == NoContent ? default : WireDocument.BodyForClients(shape, output.Members));
        var headers = members.SelectMany(bound => Headers(bound.Member, bound.Value)).Append(RequestId(requestId)).ToList();
        var isTyped = headers.Exists(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase));
        return new ApiResponse(status, isTyped || (body.IsEmpty && output.Content is null) ? headers : [new("Content-Type", type), .. headers], body) { Content = output.Content };
    }

    public static KeyValuePair<string, string> RequestId(string requestId) => new("x-amzn-RequestId", requestId);

    /// <summary>A value that is not there is no body.</summary>
    private static (string Type, ReadOnlyMemory<byte> Body) Payload(Shape shape, JsonElement value)
    {
        var isThere = value.ValueKind != JsonValueKind.Undefined;
        return shape.Type switch
        {
            ShapeType.Blob => ("application/octet-stream", isThere ? value.GetBytesFromBase64() : default),
            ShapeType.String => ("text/plain", isThere ? Encoding.UTF8.GetBytes(value.GetString()!) : default),
            _ => (Document, isThere ? WireDocument.ForClients(shape, value) : default),
        };
    }

    /// <summary>The headers that a member is.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Headers(Member member, JsonElement value) => member.Location switch
    {
        "header" when member.Shape.Type == ShapeType.List => [new(member.NameThere, List(member, member.Shape.Element!, value))],
        "header" => [new(member.NameThere, RestText.Of(member, member.Shape, value))],
        "headers" => value.EnumerateObject().Select(entry => KeyValuePair.Create((member.LocationName ?? "") + entry.Name, RestText.Of(member, member.Shape.Element!, entry.Value))),
        _ => [],
    };

    /// <summary>Dates are not quoted: their commas are known.</summary>
    private static string List(Member member, Shape element, JsonElement value)
    {
        var texts = value.EnumerateArray().Select(item => RestText.Of(member, element, item));
        return element.Type == ShapeType.Timestamp ? string.Join(", ", texts) : HeaderList.Join(texts);
    }
}
