using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Patterns;

/// <summary>EventBridge's patterns, which SNS's filter policies share: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html.</summary>
internal sealed class EventPattern
{
    private static readonly ConcurrentDictionary<string, EventPattern> Known = new(StringComparer.Ordinal);
    private readonly ObjectPattern _root;

    private EventPattern(ObjectPattern root) => _root = root;

    /// <exception cref="InvalidPatternException">It is none; all its faults are told.</exception>
    public static EventPattern Read(JsonNode? pattern)
    {
        var reader = new PatternReader();
        var root = reader.Root(pattern);
        return reader.Faults.Count == 0 ? new EventPattern(root) : throw new InvalidPatternException(reader.Faults);
    }

    /// <exception cref="InvalidPatternException">It is none; all its faults are told.</exception>
    public static EventPattern Parse(string text)
    {
        try
        {
            return Read(JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }));
        }
        catch (JsonException e)
        {
            throw new InvalidPatternException([$"it is no JSON: {e.Message}"]);
        }
    }

    /// <summary>The pattern of a stored text, which was read before; it is read once.</summary>
    public static EventPattern Stored(string text) => Known.GetOrAdd(text, Parse);

    public bool Matches(JsonObject happened) => _root.Matches(happened);
}
