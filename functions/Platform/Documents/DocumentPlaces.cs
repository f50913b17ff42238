namespace Sluice.Platform.Documents;

/// <summary>Where the parts of a document stand, by their paths.</summary>
public sealed class DocumentPlaces
{
    private readonly Dictionary<string, (int Line, int Column)> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Line, int Column)> _names = new(StringComparer.Ordinal);

    private DocumentPlaces()
    {
    }

    /// <summary>Of what could not be read.</summary>
    public static DocumentPlaces None { get; } = new();

    /// <summary>Of a document.</summary>
    public static DocumentPlaces Of(DocumentNode root)
    {
        var places = new DocumentPlaces();
        places.Add(root);
        return places;
    }

    /// <summary>Where a part begins, by its name if it has one; else where the nearest part begins that it would be in.</summary>
    public (int Line, int Column) Find(string path)
    {
        for (var at = path; at.Length > 0; at = at[..Math.Max(0, at.LastIndexOfAny(['.', '[']))])
        {
            if (_names.TryGetValue(at, out var place) || _values.TryGetValue(at, out place))
            {
                return place;
            }
        }

        return _values.GetValueOrDefault("");
    }

    /// <summary>Whether there is such a part.</summary>
    public bool Has(string path) => _names.ContainsKey(path) || _values.ContainsKey(path);

    /// <summary>A fault of a part.</summary>
    public Fault Fault(string file, string path, string message, FaultWeight weight = FaultWeight.Refused)
    {
        var (line, column) = Find(path);
        return new Fault(file, line, path, message) { Column = column, Weight = weight };
    }

    /// <summary>The column of a fault that is told with its line: of the part itself, or of the nearest in that line that it would be in.</summary>
    internal int ColumnOf(int line, string path)
    {
        for (var at = path; line > 0; at = at[..Math.Max(0, at.LastIndexOfAny(['.', '[']))])
        {
            if ((_names.TryGetValue(at, out var place) && place.Line == line) || (_values.TryGetValue(at, out place) && place.Line == line))
            {
                return place.Column;
            }

            if (at.Length == 0)
            {
                break;
            }
        }

        return 0;
    }

    private void Add(DocumentNode node)
    {
        _values.TryAdd(node.Path, (node.Line, node.Column));
        foreach (var member in node is MappingNode map ? map.Members : [])
        {
            _names.TryAdd(NodePath.Member(node.Path, member.Name), (member.Line, member.Column));
            Add(member.Value);
        }

        foreach (var item in node is SequenceNode list ? list.Items : [])
        {
            Add(item);
        }
    }
}
