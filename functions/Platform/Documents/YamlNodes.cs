using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Sluice.Platform.Documents;

/// <summary>Builds a document from YAML's events. The library's own tree is not used: it follows aliases without bounds.</summary>
internal sealed class YamlNodes(IParser parser, FaultList faults, DocumentDialect dialect)
{
    private readonly Dictionary<AnchorName, DocumentNode> _anchors = [];
    private readonly NodeCounter _counter = new(faults, dialect);

    public static DocumentNode? Build(string text, FaultList faults, DocumentDialect dialect)
    {
        try
        {
            return new YamlNodes(new Parser(new StringReader(text)), faults, dialect).Document();
        }
        catch (YamlException e)
        {
            throw YamlFault.Of(e, text, faults);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            throw faults.Fatal(0, "", $"this is not YAML: {e.Message}");
        }
    }

    private DocumentNode? Document()
    {
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _))
        {
            return null;
        }

        parser.Consume<DocumentStart>();
        var root = Node("", 0);
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
        {
            throw faults.Fatal(Line(second.Start), "", "a second YAML document begins here (---); one was expected");
        }

        return root;
    }

    private DocumentNode Node(string path, int depth)
    {
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return _anchors.TryGetValue(alias.Value, out var target)
                ? Copy(target, path, depth)
                : throw faults.Fatal(Line(alias.Start), path, $"there is no anchor &{alias.Value} before this alias (or it would contain itself)");
        }

        var start = parser.Consume<NodeEvent>();
        var (line, column) = (Line(start.Start), Column(start.Start));
        _counter.Enter(line, path, depth);
        RefuseTag(start, line, path);
        DocumentNode node = start switch
        {
            Scalar scalar => new ScalarNode(line, path, scalar.Value, IsPlain(scalar)),
            SequenceStart => Sequence(line, path, depth),
            _ => Mapping(line, path, depth),
        };
        node = node with { Column = column };
        if (!start.Anchor.IsEmpty)
        {
            _anchors[start.Anchor] = node;
        }

        return node;
    }

    private SequenceNode Sequence(int line, string path, int depth)
    {
        var items = new List<DocumentNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(NodePath.Item(path, items.Count), depth + 1));
        }

        return new SequenceNode(line, path, items);
    }

    private MappingNode Mapping(int line, string path, int depth)
    {
        var members = new MemberList(path, faults);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var keyLine = Line(parser.Current?.Start);
            if (Node(path, depth + 1) is not ScalarNode key)
            {
                throw faults.Fatal(keyLine, path, "a name was expected here, not a list or a map");
            }

            var value = Node(NodePath.Member(path, key.Text), depth + 1);
            if (key is { Text: "<<", IsPlain: true })
            {
                faults.Add(keyLine, path, "merge keys (<<) are not supported; write the members out");
                continue;
            }

            members.Add(key.Text, keyLine, key.Column, value);
        }

        return new MappingNode(line, path, members.ToList());
    }

    private DocumentNode Copy(DocumentNode node, string path, int depth)
    {
        _counter.Enter(node.Line, path, depth);
        return node switch
        {
            SequenceNode list => list with
            {
                Path = path,
                Items = [.. list.Items.Select((item, index) => Copy(item, NodePath.Item(path, index), depth + 1))],
            },
            MappingNode map => map with
            {
                Path = path,
                Members = [.. map.Members.Select(member => member with { Value = Copy(member.Value, NodePath.Member(path, member.Name), depth + 1) })],
            },
            _ => node with { Path = path },
        };
    }

    private void RefuseTag(NodeEvent start, int line, string path)
    {
        if (!start.Tag.IsEmpty && !start.Tag.IsNonSpecific && !start.Tag.Value.StartsWith("tag:yaml.org,2002:", StringComparison.Ordinal))
        {
            faults.Add(line, path, $"the tag {start.Tag.Value} is not supported; write a plain value");
        }
    }

    private static bool IsPlain(Scalar scalar) =>
        scalar.Style == ScalarStyle.Plain && (scalar.Tag.IsEmpty || scalar.Tag.Value != "tag:yaml.org,2002:str");

    private static int Column(Mark? mark) => (int)(mark?.Column ?? 0);

    private static int Line(Mark? mark) => (int)(mark?.Line ?? 0);
}
