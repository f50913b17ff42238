using System.Globalization;
using System.Text.Json;

namespace Sluice.Local.Cloud.Logs.Filters;

/// <summary>What is asked of a member.</summary>
internal static class JsonTest
{
    /// <exception cref="FilterPatternException">Nothing that is known is.</exception>
    public static Predicate<JsonElement?> Read(PatternReader reader)
    {
        if (reader.TakeWord("NOT"))
        {
            reader.SkipSpace();
            return reader.TakeWord("EXISTS") ? static found => found is null : throw reader.Expected("EXISTS");
        }

        if (reader.TakeWord("IS"))
        {
            reader.SkipSpace();
            return Is(reader.TakeWord("NULL") ? JsonValueKind.Null : reader.TakeWord("TRUE") ? JsonValueKind.True : reader.TakeWord("FALSE") ? JsonValueKind.False : throw reader.Expected("NULL, TRUE or FALSE"));
        }

        return Compared(reader);
    }

    private static Predicate<JsonElement?> Is(JsonValueKind kind) => found => found is { } there && there.ValueKind == kind;

    private static Predicate<JsonElement?> Compared(PatternReader reader)
    {
        var operation = Array.Find(["!=", "<=", ">=", "=", "<", ">"], reader.Take) ?? throw reader.Expected("=, !=, <, >, <=, >=, IS or NOT EXISTS");
        reader.SkipSpace();
        return operation switch
        {
            "=" => Equal(reader),
            "!=" => Unequal(Equal(reader)),
            _ => Ordered(operation, Number(reader)),
        };
    }

    private static Predicate<JsonElement?> Unequal(Predicate<JsonElement?> equal) => found => found is not null && !equal(found);

    private static Predicate<JsonElement?> Ordered(string operation, double limit) => operation switch
    {
        "<" => found => Of(found) < limit,
        ">" => found => Of(found) > limit,
        "<=" => found => Of(found) <= limit,
        _ => found => Of(found) >= limit,
    };

    private static Predicate<JsonElement?> Equal(PatternReader reader)
    {
        switch (reader.Current)
        {
            case '%':
                var regex = reader.Regex();
                return found => Text(found) is { } text && regex.IsIn(text);
            case '"':
                var quoted = new Wildcard(reader.Quoted());
                return found => found is { ValueKind: JsonValueKind.String } text && quoted.Fits(text.GetString()!);
            default:
                var word = Word(reader);
                var (wildcard, number) = (new Wildcard(word), Parsed(word));
                return found => Text(found) is { } text && (wildcard.Fits(text) || (number is not null && Of(found) == number));
        }
    }

    private static double Number(PatternReader reader) => Parsed(Word(reader)) ?? throw reader.Expected("a number before this place");

    private static string Word(PatternReader reader) =>
        reader.TakeWhile(static c => !char.IsWhiteSpace(c) && c is not ('&' or '|' or ')' or '}' or '(' or '{' or '"')) is { Length: > 0 } word ? word : throw reader.Expected("a value");

    private static double? Parsed(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static double? Of(JsonElement? found) => found is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static string? Text(JsonElement? found) => found?.ValueKind switch
    {
        JsonValueKind.String => found.Value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => found.Value.GetRawText(),
        _ => null,
    };
}
