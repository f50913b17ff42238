namespace Sluice.Platform.Documents;

/// <summary>
/// Reads the members of one map. Whatever is wrong is noted and reading goes on with an empty value, so that one pass finds all faults. A member whose value
/// is nothing (<c>name:</c>) counts as absent. Members that nobody asked for are refused when the reading of the map is over.
/// </summary>
public sealed class MappingReader
{
    private readonly MappingNode _map;
    private readonly ReadingContext _context;
    private readonly HashSet<string> _known;
    private bool _anyName;
    private string? _what;

    private MappingReader(MappingNode map, ReadingContext context)
    {
        _map = map;
        _context = context;
        _known = new HashSet<string>(context.Dialect.IgnoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
    }

    /// <summary>The line where the map begins, from 1.</summary>
    public int Line => _map.Line;

    /// <summary>Where the map stands in the document.</summary>
    public string Path => _map.Path;

    /// <summary>The names of all members, in the order of the document. For maps whose names are the user's; asking for this allows any name.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            _anyName = true;
            return [.. _map.Members.Select(member => member.Name)];
        }
    }

    /// <summary>Whether no member has a value.</summary>
    public bool IsEmpty => _map.Members.All(member => member.Value is ScalarNode { IsNull: true });

    /// <summary>Whether there is such a member with a value; the name counts as known from then on.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>Says what the map is, e.g. <c>a Pass state</c>, for what is told of members that are not known.</summary>
    public void Is(string what) => _what = what;

    /// <summary>Whether the member is there, with whatever value; asking makes no name known.</summary>
    public bool IsWritten(string name) => _map.Members.Any(member => member.Name.Equals(name, _context.Comparison));

    /// <summary>Names that may be there and are not looked at.</summary>
    public void Ignore(params IEnumerable<string> names) => _known.UnionWith(names);

    /// <summary>Notes a fault of this map as a whole.</summary>
    public void Fault(string message) => _context.Faults.Add(Line, Path, message);

    /// <summary>Notes a fault of a member, at its line if it is there.</summary>
    public void Fault(string name, string message) => Fault(name, message, kind: null);

    /// <summary>Notes a fault of a member, at its line if it is there, and of which kind it is.</summary>
    public void Fault(string name, string message, string? kind)
    {
        var member = Member(name);
        _context.Faults.Add(member?.Line ?? Line, NodePath.Member(Path, member?.Name ?? name), message, kind);
    }

    /// <summary>Notes a fault of a value in the map, or deeper in it.</summary>
    public void Fault(DocumentNode node, string message) => Fault(node, message, kind: null);

    /// <summary>Notes a fault of a value in the map, or deeper in it, and of which kind it is.</summary>
    public void Fault(DocumentNode node, string message, string? kind) => _context.Faults.Add(node.Line, node.Path, message, kind);

    /// <summary>Notes what fails only when it is come to: the document is taken all the same.</summary>
    public void Foresee(DocumentNode node, string message) => _context.Faults.Remark(node.Line, node.Path, message, FaultWeight.Foreseen);

    /// <summary>Notes that a member is legal and can hardly be meant.</summary>
    public void Doubt(string name, string message)
    {
        var member = Member(name);
        _context.Faults.Remark(member?.Line ?? Line, member is null ? Path : NodePath.Member(Path, member.Name), message, FaultWeight.Doubtful);
    }

    /// <summary>Notes that this value is not what was expected.</summary>
    public void Refuse(DocumentNode node, string expected) => Mistyped(node, expected);

    /// <summary>The member's value of whatever shape, or null.</summary>
    public DocumentNode? Node(string name) => Find(name);

    /// <summary>The member's text.</summary>
    public string? OptionalString(string name) => Scalar(name, "a string", text => text);

    /// <summary>The member's text; empty, with a fault noted, if there is none.</summary>
    public string RequiredString(string name) => Required(name, "a string") ? OptionalString(name) ?? "" : "";

    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public int? OptionalInt(string name, int min = int.MinValue, int max = int.MaxValue) =>
        ScalarValue<int>(name, Range(min, max), text => Integer(text) is { } value && value >= min && value <= max ? value : null);

    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>; <paramref name="min"/>, with a fault noted, if there is none.</summary>
    public int RequiredInt(string name, int min = int.MinValue, int max = int.MaxValue) =>
        Required(name, Range(min, max)) ? OptionalInt(name, min, max) ?? min : min;

    /// <summary>A number.</summary>
    public decimal? OptionalNumber(string name) => ScalarValue<decimal>(name, "a number", ScalarText.Number);

    /// <summary>True, false, yes or no.</summary>
    public bool? OptionalBool(string name) => IsExact ? ScalarValue<bool>(name, "true or false", ScalarText.Boolean) : ScalarValue<bool>(name, "true, false, yes or no", ScalarText.Boolean);

    /// <summary>One of these words, exactly (in any case if the document ignores case; then the word as it is here).</summary>
    public string? OptionalOneOf(string name, params string[] words) => OneOf(name, words);

    /// <summary>One of these words; the first, with a fault noted, if there is none.</summary>
    public string RequiredOneOf(string name, params string[] words) =>
        Required(name, Words(words)) ? OneOf(name, words) ?? words[0] : words[0];

    /// <summary>A member of the enumeration by its name.</summary>
    public T? OptionalEnum<T>(string name)
        where T : struct, Enum => OneOf(name, Enum.GetNames<T>()) is { } word ? Enum.Parse<T>(word) : null;

    /// <summary>A member of the enumeration by its name; the default, with a fault noted, if there is none.</summary>
    public T RequiredEnum<T>(string name)
        where T : struct, Enum => Required(name, Words(Enum.GetNames<T>())) ? OptionalEnum<T>(name) ?? default : default;

    /// <summary>A map with known members, read by <paramref name="read"/>; default if there is none.</summary>
    public T? OptionalMapping<T>(string name, Func<MappingReader, T> read) =>
        Find(name) is { } node && As<MappingNode>(node, "a map") is { } map ? Read(map, read, _context) : default;

    /// <summary>A map with known members; default, with a fault noted, if there is none.</summary>
    public T? RequiredMapping<T>(string name, Func<MappingReader, T> read) => Required(name, "a map") ? OptionalMapping(name, read) : default;

    /// <summary>A map from the user's names to maps; empty if there is none.</summary>
    public IReadOnlyDictionary<string, T> MapOfMappings<T>(string name, Func<string, MappingReader, T> read) =>
        Entries(name, member => As<MappingNode>(member.Value, "a map") is { } map ? (true, Read(map, reader => read(member.Name, reader), _context)) : (false, default));

    /// <summary>A map from the user's names to texts; empty if there is none.</summary>
    public IReadOnlyDictionary<string, string> MapOfStrings(string name) =>
        Entries(name, member => Text(member.Value, "a string") is { } text ? (true, text) : (false, default));

    /// <summary>A list of maps; empty if there is none.</summary>
    public IReadOnlyList<T> ListOfMappings<T>(string name, Func<MappingReader, T> read) =>
        [.. Items(name).Select(item => As<MappingNode>(item, "a map")).OfType<MappingNode>().Select(map => Read(map, read, _context))];

    /// <summary>A list of texts; empty if there is none.</summary>
    /// <param name="name">The member.</param>
    /// <param name="orOne">Whether a single text may stand for a list of one.</param>
    public IReadOnlyList<string> ListOfStrings(string name, bool orOne = false) =>
        orOne && Find(name) is ScalarNode scalar ? [scalar.Text] : [.. Items(name).Select(item => Text(item, "a string")).OfType<string>()];

    /// <summary>Notes a fault if there is no such member with a value.</summary>
    /// <returns>Whether it is there.</returns>
    public bool Required(string name, string expected)
    {
        if (Find(name) is not null)
        {
            return true;
        }

        var empty = Member(name) is not null;
        Fault(name, $"{(empty ? "is empty" : "is missing")}; expected {expected}");
        return false;
    }

    internal static T Read<T>(MappingNode map, Func<MappingReader, T> read, ReadingContext context)
    {
        var reader = new MappingReader(map, context);
        reader.RefuseTwins();
        var result = read(reader);
        reader.RefuseUnknown();
        return result;
    }

    private static string Range(int min, int max) => (min, max) switch
    {
        (int.MinValue, int.MaxValue) => "a whole number",
        (_, int.MaxValue) => $"a whole number, at least {min}",
        _ => $"a whole number from {min} to {max}",
    };

    private static string Words(IReadOnlyList<string> words) => words.Count == 1 ? $"'{words[0]}'" : $"one of {string.Join(", ", words)}";

    private bool IsExact => _context.Dialect.HasExactTypes;

    private string? OneOf(string name, IReadOnlyList<string> words)
    {
        if (Find(name) is not { } node || Text(node, Words(words)) is not { } text)
        {
            return null;
        }

        var found = words.FirstOrDefault(word => word.Equals(text, _context.Comparison));
        if (found is null)
        {
            _context.Faults.Add(node.Line, node.Path, $"{Words(words)} was expected, not {node.Description}{NearMiss.Suggestion(text, words)}");
        }

        return found;
    }

    private string? Scalar(string name, string expected, Func<string, string?> convert) =>
        Find(name) is { } node && Text(node, expected) is { } text ? convert(text) : null;

    private T? ScalarValue<T>(string name, string expected, Func<string, T?> convert)
        where T : struct
    {
        if (Find(name) is not { } node || Plain(node, expected) is not { } text)
        {
            return null;
        }

        var value = convert(text);
        if (value is null)
        {
            Mistyped(node, expected);
        }

        return value;
    }

    private Dictionary<string, T> Entries<T>(string name, Func<DocumentMember, (bool Valid, T? Value)> read)
    {
        var entries = new Dictionary<string, T>(StringComparer.Ordinal);
        var map = Find(name) is { } node ? As<MappingNode>(node, "a map") : null;
        foreach (var member in map?.Members ?? [])
        {
            if (read(member) is (true, { } value))
            {
                entries[member.Name] = value;
            }
        }

        return entries;
    }

    private IReadOnlyList<DocumentNode> Items(string name) =>
        Find(name) is { } node && As<SequenceNode>(node, "a list") is { } list ? list.Items : [];

    private T? As<T>(DocumentNode node, string expected)
        where T : DocumentNode
    {
        if (node is not T)
        {
            Mistyped(node, expected);
        }

        return node as T;
    }

    private string? Text(DocumentNode node, string expected)
    {
        if (node is ScalarNode { IsNull: false } scalar && !(IsExact && scalar.IsPlain))
        {
            return scalar.Text;
        }

        // `- echo "a: b"` without outer quotes is YAML's commonest trap.
        Mistyped(node, node is MappingNode { Members.Count: 1 } ? $"{expected} (put quotes around one that contains ': ')" : expected);
        return null;
    }

    /// <summary>The text of a number or a truth value, which is not quoted where types are exact.</summary>
    private string? Plain(DocumentNode node, string expected)
    {
        if (!IsExact)
        {
            return Text(node, expected);
        }

        if (node is ScalarNode { IsPlain: true, IsNull: false } scalar)
        {
            return scalar.Text;
        }

        Mistyped(node, expected);
        return null;
    }

    private int? Integer(string text) => IsExact ? ScalarText.WholeNumber(text) : ScalarText.Integer(text);

    private void Mistyped(DocumentNode node, string expected) =>
        _context.Faults.Add(node.Line, node.Path, _context.Dialect.WhyNoValue(node) ?? $"{expected} was expected, not {Described(node)}");

    // Where types are exact, "5" and 5 are two things.
    private string Described(DocumentNode node) => IsExact && node is ScalarNode { IsPlain: false } ? $"the text {node.Description}" : node.Description;

    private DocumentNode? Find(string name) => Member(name)?.Value is { } node && (IsExact || node is not ScalarNode { IsNull: true }) ? node : null;

    private DocumentMember? Member(string name)
    {
        _known.Add(name);
        return _map.Members.FirstOrDefault(member => member.Name.Equals(name, _context.Comparison));
    }

    // Names that differ in case alone are two names to the parser, but one to a document that ignores case.
    private void RefuseTwins()
    {
        var twins = _context.Dialect.IgnoresCase ? _map.Members.GroupBy(member => member.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1) : [];
        foreach (var member in twins.SelectMany(group => group.Skip(1)))
        {
            _context.Faults.Add(member.Line, NodePath.Member(Path, member.Name), "this name is there twice (case does not count here)");
        }
    }

    private void RefuseUnknown()
    {
        foreach (var member in _anyName ? [] : _map.Members.Where(member => !_known.Contains(member.Name)))
        {
            var suggestion = _context.Faults.IsFull ? "" : NearMiss.Suggestion(member.Name, _known);
            var message = _what is null ? "is not known here" : $"{_what} has no such field";
            _context.Faults.Add(member.Line, NodePath.Member(Path, member.Name), _context.Dialect.WhyNoMember(member.Name) ?? message + suggestion);
        }
    }
}
