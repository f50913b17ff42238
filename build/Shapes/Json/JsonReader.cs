using System.Globalization;
using System.Text;

namespace Sluice.Shapes.Json;

/// <summary>
/// Reads a document with the place of each value. A library that does so would have to be loaded into every compiler beside its own copy, and none of those at hand keeps places.
/// </summary>
internal sealed class JsonReader(JsonSource source)
{
    private static readonly KeyValuePair<string, JsonValue>[] NoMembers = [];
    private static readonly JsonValue[] NoElements = [];
    private readonly string _text = source.Text;
    private int _at;

    /// <exception cref="ModelFaultException">It is no JSON.</exception>
    public static JsonValue Read(JsonSource source)
    {
        var reader = new JsonReader(source);
        var value = reader.Value();
        reader.SkipSpace();
        return reader._at == source.Text.Length ? value : throw reader.Unexpected("the end of the document");
    }

    private JsonValue Value()
    {
        SkipSpace();
        var start = _at;
        return Peek() switch
        {
            '{' => Made(JsonKind.Object, start, members: Members()),
            '[' => Made(JsonKind.List, start, elements: Elements()),
            '"' => Made(JsonKind.Text, start, Text()),
            't' => Word("true", JsonKind.True),
            'f' => Word("false", JsonKind.False),
            'n' => Word("null", JsonKind.Null),
            '-' or (>= '0' and <= '9') => Made(JsonKind.Number, start, Number()),
            _ => throw Unexpected("a value"),
        };
    }

    private JsonValue Made(
        JsonKind kind, int start, string text = "", IReadOnlyList<KeyValuePair<string, JsonValue>>? members = null, IReadOnlyList<JsonValue>? elements = null) =>
        new(kind, text, members ?? NoMembers, elements ?? NoElements, source, start);

    private List<KeyValuePair<string, JsonValue>> Members()
    {
        List<KeyValuePair<string, JsonValue>> members = [];
        Each('{', '}', () =>
        {
            SkipSpace();
            var name = Peek() == '"' ? Text() : throw Unexpected("a member's name");
            Take(':');
            members.Add(new KeyValuePair<string, JsonValue>(name, Value()));
        });
        return members;
    }

    private List<JsonValue> Elements()
    {
        List<JsonValue> elements = [];
        Each('[', ']', () => elements.Add(Value()));
        return elements;
    }

    private void Each(char open, char close, Action read)
    {
        Take(open);
        SkipSpace();
        if (Peek() == close)
        {
            Take(close);
            return;
        }

        read();
        SkipSpace();
        while (Peek() == ',')
        {
            Take(',');
            read();
            SkipSpace();
        }

        Take(close);
    }

    private string Text()
    {
        var text = new StringBuilder();
        for (_at++; Peek() != '"'; _at++)
        {
            text.Append(Peek() switch
            {
                '\\' => Escaped(),
                < ' ' => throw Unexpected("the end of a text"),
                var plain => plain,
            });
        }

        _at++;
        return text.ToString();
    }

    private char Escaped()
    {
        _at++;
        const string escapes = "\"\\/bfnrt", meant = "\"\\/\b\f\n\r\t";
        if (escapes.IndexOf(Peek()) is >= 0 and var index)
        {
            return meant[index];
        }

        const int digits = 4;
        if (Peek() == 'u' && _at + digits < _text.Length
            && ushort.TryParse(_text.Substring(_at + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            _at += digits;
            return (char)code;
        }

        throw Unexpected("an escape");
    }

    private string Number()
    {
        var start = _at;
        while (Peek() is '-' or '+' or '.' or 'e' or 'E' or (>= '0' and <= '9'))
        {
            _at++;
        }

        var digits = _text.Substring(start, _at - start);
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? digits : throw Unexpected("a number");
    }

    private JsonValue Word(string word, JsonKind kind)
    {
        var start = _at;
        foreach (var letter in word)
        {
            if (Peek() != letter)
            {
                throw Unexpected(word);
            }

            _at++;
        }

        return Made(kind, start);
    }

    private void Take(char expected)
    {
        SkipSpace();
        if (Peek() != expected)
        {
            throw Unexpected($"'{expected}'");
        }

        _at++;
    }

    private void SkipSpace()
    {
        while (Peek() is ' ' or '\n' or '\r' or '\t')
        {
            _at++;
        }
    }

    // No document has this character, so it ends whatever is being read.
    private char Peek() => _at < _text.Length ? _text[_at] : '\0';

    private ModelFaultException Unexpected(string expected) =>
        new(Place.Of(source.Path, _text, _at), $"{expected} was expected, not {(_at < _text.Length ? $"'{_text[_at]}'" : "the end of the document")}.");
}
