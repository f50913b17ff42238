using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Events.Calls;

/// <summary>Says whether an event fits a pattern.</summary>
internal sealed class TestEventPattern() : EventCall<TestEventPattern.Input>("testEventPattern")
{
    private static readonly string[] Required = ["id", "account", "source", "time", "region", "resources", "detail-type"];

    protected override JsonObject Answer(Input input)
    {
        var pattern = PutRule.Read(input.EventPattern);
        var happened = Event(input.Event);
        return Required.Where(name => !happened.ContainsKey(name)).ToList() is { Count: > 0 } missing
            ? throw EventErrors.Invalid($"Parameter Event is not valid. Reason: {string.Join(", ", missing)} must be there.")
            : new JsonObject { ["Result"] = pattern.Matches(happened) };
    }

    private static JsonObject Event(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw new JsonException("an object was expected");
        }
        catch (JsonException e)
        {
            throw EventErrors.Invalid($"Parameter Event is not valid. Reason: {e.Message}");
        }
    }

    /// <summary>EventBridge's TestEventPatternRequest.</summary>
    internal sealed record Input(string EventPattern, string Event);
}
