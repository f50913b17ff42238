using System.Globalization;
using System.Text.Json;

namespace Sluice.Local.Cloud.Logs.Filters;

/// <summary>The way to a member: <c>$.a.b</c>, <c>$.list[0]</c>, <c>$.['a name']</c>.</summary>
internal sealed class JsonSelector(IReadOnlyList<object> steps)
{
    /// <exception cref="FilterPatternException">There is none.</exception>
    public static JsonSelector Read(PatternReader reader)
    {
        if (!reader.Take("$"))
        {
            throw reader.Expected("a member, as in $.level");
        }

        var steps = new List<object>();
        while (reader.Current is '.' or '[')
        {
            steps.Add(Step(reader));
        }

        return steps.Count > 0 ? new JsonSelector(steps) : throw reader.Expected("a member's name, as in $.level");
    }

    /// <summary>What is there; null if nothing is.</summary>
    public JsonElement? Find(JsonElement root)
    {
        foreach (var step in steps)
        {
            if (step is string name && root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var member))
            {
                root = member;
            }
            else if (step is int index && root.ValueKind == JsonValueKind.Array && index < root.GetArrayLength())
            {
                root = root[index];
            }
            else
            {
                return null;
            }
        }

        return root;
    }

    private static object Step(PatternReader reader)
    {
        var isNamed = reader.Take(".");
        if (!reader.Take("["))
        {
            var name = reader.TakeWhile(static c => char.IsLetterOrDigit(c) || c is '_' or '-' or ':');
            return isNamed && name.Length > 0 ? name : throw reader.Expected("a member's name of letters, digits, _ and -, or one in ['…']");
        }

        object step = reader.Current is '\'' or '"' ? reader.Quoted() : Index(reader);
        return reader.Take("]") ? step : throw reader.Expected("]");
    }

    private static object Index(PatternReader reader)
    {
        if (reader.Current == '*')
        {
            throw new FilterPatternException("Filter patterns with [*] are not served on this machine: name one element, as in $.list[0].");
        }

        return int.TryParse(reader.TakeWhile(char.IsAsciiDigit), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : throw reader.Expected("an element's number, from 0");
    }
}
