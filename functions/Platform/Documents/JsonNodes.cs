using System.Text;
using System.Text.Json;

namespace Sluice.Platform.Documents;

/// <summary>Builds a document from strict JSON, with the lines that a JSON tree does not keep.</summary>
internal ref struct JsonNodes
{
    private readonly byte[] _content;
    private readonly FaultList _faults;
    private readonly NodeCounter _counter;
    private Utf8JsonReader _reader;
    private long _counted;
    private int _line = 1;
    private int _column = 1;

    private JsonNodes(byte[] content, FaultList faults, DocumentDialect dialect)
    {
        _content = content;
        _faults = faults;
        _counter = new NodeCounter(faults, dialect);
        // The counter's own limit comes first and has the better message.
        _reader = new Utf8JsonReader(content, new JsonReaderOptions { MaxDepth = dialect.Depth + 8 });
    }

    public static DocumentNode? Build(string text, FaultList faults, DocumentDialect dialect)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        try
        {
            return new JsonNodes(Encoding.UTF8.GetBytes(text), faults, dialect).Document();
        }
        catch (JsonException e)
        {
            throw faults.Fatal((int)(e.LineNumber ?? 0) + 1, "", $"this is not JSON: {Sentence(e.Message)}", (int)(e.BytePositionInLine ?? 0) + 1);
        }
    }

    private DocumentNode Document()
    {
        _reader.Read();
        var root = Node("", 0);
        _reader.Read();
        return root;
    }

    private DocumentNode Node(string path, int depth)
    {
        var line = Line();
        var column = _column;
        _counter.Enter(line, path, depth);
        DocumentNode node = _reader.TokenType switch
        {
            JsonTokenType.StartObject => Mapping(line, path, depth),
            JsonTokenType.StartArray => Sequence(line, path, depth),
            JsonTokenType.String => new ScalarNode(line, path, Text(line, path), IsPlain: false),
            _ => new ScalarNode(line, path, Encoding.UTF8.GetString(_reader.ValueSpan), IsPlain: true),
        };
        return node with { Column = column };
    }

    private SequenceNode Sequence(int line, string path, int depth)
    {
        var items = new List<DocumentNode>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Node(NodePath.Item(path, items.Count), depth + 1));
        }

        return new SequenceNode(line, path, items);
    }

    private MappingNode Mapping(int line, string path, int depth)
    {
        var members = new MemberList(path, _faults);
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var nameLine = Line();
            var nameColumn = _column;
            var name = Text(nameLine, path);
            _reader.Read();
            members.Add(name, nameLine, nameColumn, Node(NodePath.Member(path, name), depth + 1));
        }

        return new MappingNode(line, path, members.ToList());
    }

    private readonly string Text(int line, string path)
    {
        try
        {
            return _reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            throw _faults.Fatal(line, path, "this string has half of a surrogate pair (\\uD800 to \\uDFFF), which is no character");
        }
    }

    private int Line()
    {
        var start = _reader.TokenStartIndex;
        var passed = _content.AsSpan((int)_counted, (int)(start - _counted));
        var lineEnds = passed.Count((byte)'\n');
        _line += lineEnds;
        _column = lineEnds == 0 ? _column + Characters(passed) : 1 + Characters(passed[(passed.LastIndexOf((byte)'\n') + 1)..]);
        _counted = start;
        return _line;
    }

    // The bytes of UTF-8 that do not go on with a character.
    private static int Characters(ReadOnlySpan<byte> text)
    {
        var count = 0;
        foreach (var one in text)
        {
            count += (one & 0xC0) == 0x80 ? 0 : 1;
        }

        return count;
    }

    // The reader appends its own position, from zero, which would contradict ours.
    private static string Sentence(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
