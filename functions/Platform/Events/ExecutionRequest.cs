using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Platform.Events;

/// <summary>What a message of the start queue asks for: see <see cref="Outbox.Start"/>.</summary>
internal sealed record ExecutionRequest(string Machine, string Name, JsonObject Input)
{
    /// <summary>Reads the EventBridge event that is a message's body.</summary>
    /// <exception cref="JsonException">It asks for no execution; the message says what was expected.</exception>
    public static ExecutionRequest Parse(string body)
    {
        var happened = JsonNode.Parse(body) as JsonObject;
        var detailType = Text(happened, "detail-type");
        if (detailType != Outbox.StartDetailType)
        {
            throw new JsonException($"expected an event of the type '{Outbox.StartDetailType}', found '{detailType}'");
        }

        var detail = happened!["detail"] as JsonObject;
        return Text(detail, "machine") is { Length: > 0 } machine && Text(detail, "name") is { Length: > 0 } name && detail!["input"] is JsonObject input
            ? new ExecutionRequest(machine, name, input)
            : throw new JsonException("expected a detail with machine, name and input (an object)");
    }

    private static string? Text(JsonObject? parent, string name) => parent?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
