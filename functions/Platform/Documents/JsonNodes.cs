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
            throw faults.Fatal((int)(e.LineNumber ?? 0) + 1, "", $"this is not JSON: {Sentence(e.Message)}");
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
        _counter.Enter(line, path, depth);
        return _reader.TokenType switch
        {
            JsonTokenType.StartObject => Mapping(line, path, depth),
            JsonTokenType.StartArray => Sequence(line, path, depth),
            JsonTokenType.String => new ScalarNode(line, path, Text(line, path), IsPlain: false),
            _ => new ScalarNode(line, path, Encoding.UTF8.GetString(_reader.ValueSpan), IsPlain: true),
        };
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
            var name = Text(nameLine, path);
            _reader.Read();
            members.Add(name, nameLine, Node(NodePath.Member(path, name), depth + 1));
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
        _line += _content.AsSpan((int)_counted, (int)(start - _counted)).Count((byte)'\n');
        _counted = start;
        return _line;
    }

    // The reader appends its own position, from zero, which would contradict ours.
    private static string Sentence(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
