namespace Sluice.Platform.Documents;

/// <summary>The members of a map under construction; a name that comes twice is a fault, whichever value was meant.</summary>
internal sealed class MemberList(string path, FaultList faults)
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly List<DocumentMember> _members = [];

    public void Add(string name, int line, int column, DocumentNode value)
    {
        if (_lines.TryAdd(name, line))
        {
            _members.Add(new DocumentMember(name, line, value) { Column = column });
        }
        else
        {
            faults.Add(line, NodePath.Member(path, name), $"this name is there twice; the first is in line {_lines[name]}", column);
        }
    }

    public IReadOnlyList<DocumentMember> ToList() => _members;
}
