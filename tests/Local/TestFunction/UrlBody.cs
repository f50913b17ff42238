using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.TestFunction;

/// <summary>A request to the function's URL can say in its body how the function is to behave.</summary>
internal static class UrlBody
{
    public static JsonNode Of(JsonNode request)
    {
        try
        {
            return request is JsonObject && request["requestContext"] is not null && (string?)request["body"] is { } body && JsonNode.Parse(body) is JsonObject asked && asked["do"] is not null ? asked : request;
        }
        catch (JsonException)
        {
            return request;
        }
    }
}
