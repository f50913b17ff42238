using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Sluice.Packages.Formats.Ruby.Specs;

/// <summary>
/// Reads YAML of gems into texts, lists and maps. Their objects are maps like all others: nothing is made of a class, and one that no gem has is refused. What is named twice is one node, so that a small text does not become a large tree.
/// </summary>
internal sealed class GemYaml
{
    private const int Deepest = 32;
    private const int MostNodes = 1_000_000;
    private static readonly string[] Classes = ["Specification", "Version", "Requirement", "Dependency", "Platform", "Version::Requirement"];
    private readonly Dictionary<AnchorName, object?> _anchors = [];
    private readonly IParser _parser;
    private int _nodes;

    private GemYaml(IParser parser) => _parser = parser;

    /// <summary>A text, a list (<c>List&lt;object?></c>), a map (<c>Dictionary&lt;string, object?></c>), or null.</summary>
    /// <exception cref="InvalidDataException">It is no such YAML; the message follows its name.</exception>
    public static object? Read(string text)
    {
        try
        {
            return new GemYaml(new Parser(new StringReader(text))).Document();
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"is not YAML: {e.Message.TrimEnd('.')}", e);
        }
    }

    private object? Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.TryConsume<StreamEnd>(out _))
        {
            return null;
        }

        _parser.Consume<DocumentStart>();
        var root = Node(0);
        _parser.Consume<DocumentEnd>();
        return _parser.TryConsume<StreamEnd>(out _) ? root : throw new InvalidDataException("has more than one document");
    }

    private object? Node(int depth)
    {
        if (++_nodes > MostNodes || depth > Deepest)
        {
            throw new InvalidDataException($"has more than {MostNodes} values, or more than {Deepest} in each other");
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return _anchors.TryGetValue(alias.Value, out var known) ? known : throw new InvalidDataException($"has no anchor '{alias.Value}' before its alias");
        }

        var start = _parser.Consume<NodeEvent>();
        Check(start.Tag);
        object? node = start switch
        {
            Scalar scalar => Text(scalar),
            SequenceStart => List(depth),
            _ => Map(depth),
        };
        if (!start.Anchor.IsEmpty)
        {
            _anchors[start.Anchor] = node;
        }

        return node;
    }

    private static string? Text(Scalar scalar) => scalar is { Style: ScalarStyle.Plain, Value: "" or "~" or "null" } ? null : scalar.Value;

    private List<object?> List(int depth)
    {
        var list = new List<object?>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            list.Add(Node(depth + 1));
        }

        return list;
    }

    private Dictionary<string, object?> Map(int depth)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var name = Node(depth + 1) as string ?? throw new InvalidDataException("has a name that is no text");
            if (!map.TryAdd(name, Node(depth + 1)))
            {
                throw new InvalidDataException($"has '{name}' twice");
            }
        }

        return map;
    }

    private static void Check(TagName tag)
    {
        if (tag.IsEmpty || tag.IsNonSpecific || tag.Value.StartsWith("tag:yaml.org,2002:", StringComparison.Ordinal) || tag.Value is "!ruby/symbol" or "!ruby/sym" || Array.Exists(Classes, name => tag.Value == $"!ruby/object:Gem::{name}"))
        {
            return;
        }

        throw new InvalidDataException($"has a value of '{tag.Value}', which no gem may have");
    }
}
