using System.Text.Json;
using Sluice.Platform.Protocol.Json;
using Sluice.Platform.Protocol.Models;
using Sluice.Platform.Protocol.RestJson;

namespace Sluice.Platform.Protocol.RestXml;

/// <summary>Puts an output into the status, the headers and the body of an answer.</summary>
internal static class XmlAnswer
{
    private const string Document = "application/xml";

    public static ApiResponse Of(ServiceModel service, OperationModel operation, OperationOutput output)
    {
        if (operation.Output is not { } shape)
        {
            return new ApiResponse(operation.Status, [], default);
        }

        var members = WireDocument.OutputMembers(shape, output.Members).ToList();
        var status = members.FirstOrDefault(bound => bound.Member.Location == "statusCode") is { Member: not null } code ? code.Value.GetInt32() : operation.Status;
        var headers = members.SelectMany(bound => RestAnswer.Headers(bound.Member, bound.Value)).ToList();
        var body = Body(service, operation, shape, output.Members, members);
        return new ApiResponse(status, body.IsEmpty ? headers : [new("Content-Type", Document), .. headers], body) { Content = output.Content };
    }

    private static ReadOnlyMemory<byte> Body(ServiceModel service, OperationModel operation, Shape shape, JsonElement value, List<(Member Member, JsonElement Value)> members)
    {
        if (shape.Payload is { } payload)
        {
            return payload.Shape.IsStreaming || members.FirstOrDefault(bound => bound.Member == payload) is not { Member: not null } there
                ? default
                : XmlOutput.Of(payload.NameThere, service.XmlNamespace, payload.Shape, there.Value);
        }

        return shape.Members.Values.Any(member => member.Location is null or "text") ? XmlOutput.Of(operation.OutputName ?? shape.Name, service.XmlNamespace, shape, value) : default;
    }
}
