using System.Text.Json;

namespace Sluice.Local.Cloud.Logs.Filters;

/// <summary>Picks lines that are JSON objects of which a condition holds.</summary>
internal sealed class JsonFilter(Predicate<JsonElement> condition) : IEventFilter
{
    public bool Matches(string message)
    {
        // Most lines that are no JSON can be told by their first letter.
        if (!message.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(message);
            return condition(document.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
