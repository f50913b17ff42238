using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Patterns;

/// <summary>Reads a pattern and all its faults.</summary>
internal sealed class PatternReader
{
    private const string Or = "$or";
    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults => _faults;

    public ObjectPattern Root(JsonNode? pattern) => pattern is JsonObject root ? Members(root, "") : Empty("", "an object was expected");

    private ObjectPattern Members(JsonObject pattern, string at)
    {
        if (pattern.Count == 0)
        {
            return Empty(at, "at least one member was expected");
        }

        var members = new List<KeyValuePair<string, IPatternNode>>();
        var alternatives = new List<IReadOnlyList<ObjectPattern>>();
        foreach (var (name, value) in pattern)
        {
            var place = at.Length == 0 ? name : $"{at}.{name}";
            if (name == Or && value is JsonArray { Count: > 0 } choices && choices.All(choice => choice is JsonObject))
            {
                alternatives.Add(Alternatives(choices, place));
                continue;
            }

            members.Add(KeyValuePair.Create(name, Member(value, place)));
        }

        return new ObjectPattern(members, alternatives);
    }

    private List<ObjectPattern> Alternatives(JsonArray choices, string at)
    {
        if (choices.Count < 2)
        {
            _faults.Add($"{at}: at least two alternatives were expected");
        }

        return [.. choices.Select((choice, index) => Members((JsonObject)choice!, $"{at}[{index}]"))];
    }

    private IPatternNode Member(JsonNode? value, string at)
    {
        switch (value)
        {
            case JsonObject nested:
                return Members(nested, at);
            case JsonArray { Count: > 0 } choices:
                var tests = new TestReader(_faults);
                return new ValuePattern([.. choices.Select((choice, index) => tests.Read(choice, $"{at}[{index}]"))]);
            default:
                return Empty(at, "an object or a list that is not empty was expected");
        }
    }

    private ObjectPattern Empty(string at, string expected)
    {
        _faults.Add(at.Length == 0 ? expected : $"{at}: {expected}");
        return new ObjectPattern([], []);
    }
}
