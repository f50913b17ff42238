using System.Text;
using System.Text.Json.Nodes;
using Sluice.Platform.Protocol;
using Sluice.Platform.Protocol.Models;

namespace Sluice.World;

/// <summary>Puts members where a REST-JSON request has them, and takes them from where an answer has them. A blob is in Base64.</summary>
internal static class RestWire
{
    private const string Host = "127.0.0.1:8080";

    public static ApiRequest Request(OperationModel operation, JsonObject input)
    {
        var members = operation.Input?.Members.Values.Where(member => input[member.Name] is not null).ToList() ?? [];
        var query = members.Where(member => member.Location == "querystring").SelectMany(member => Texts(input[member.Name]!).Select(text => $"{member.NameThere}={Escaped(text)}"));
        var headers = members.Where(member => member.Location == "header").SelectMany(member => Texts(input[member.Name]!).Select(text => KeyValuePair.Create(member.NameThere, text)));
        return new ApiRequest(operation.Method, operation.Path, string.Join('&', query), [new("Host", Host), .. headers], Body(operation, members, input));
    }

    /// <summary>What an answer says; an error with its code as <c>__type</c>.</summary>
    public static async Task<JsonNode?> AnswerAsync(OperationModel operation, ApiResponse response)
    {
        if (response.Header("x-amzn-ErrorType") is { } error)
        {
            var refused = (JsonObject)JsonNode.Parse(response.Body.Span)!;
            refused["__type"] = error;
            return refused;
        }

        return operation.Output?.Payload is { } payload ? await PayloadAsync(operation.Output, payload, response) : response.Body.IsEmpty ? null : JsonNode.Parse(response.Body.Span);
    }

    private static async Task<JsonObject> PayloadAsync(Shape shape, Member payload, ApiResponse response)
    {
        var answer = new JsonObject();
        foreach (var member in shape.Members.Values.Where(member => member.Location == "header"))
        {
            answer[member.Name] = response.Header(member.NameThere);
        }

        using var content = new MemoryStream();
        content.Write(response.Body.Span);
        if (response.Content is { } stream)
        {
            await using (stream)
            {
                await stream.CopyToAsync(content);
            }
        }

        answer[payload.Name] = Convert.ToBase64String(content.ToArray());
        return answer;
    }

    private static byte[] Body(OperationModel operation, List<Member> members, JsonObject input)
    {
        if (operation.Input?.Payload is { } payload)
        {
            return input[payload.Name] is { } content ? Convert.FromBase64String((string)content!) : [];
        }

        var body = new JsonObject();
        foreach (var member in members.Where(member => member.Location is null))
        {
            body[member.Name] = input[member.Name]!.DeepClone();
        }

        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    private static string? Header(this ApiResponse response, string name) => response.Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private static IEnumerable<string> Texts(JsonNode value) => value switch
    {
        JsonArray list => list.OfType<JsonNode>().SelectMany(Texts),
        JsonValue text when text.GetValueKind() is System.Text.Json.JsonValueKind.String => [text.GetValue<string>()],
        _ => [value.ToJsonString()],
    };

    /// <summary>Half of a surrogate pair is sent as what cannot be read.</summary>
    private static string Escaped(string text) => Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
}
