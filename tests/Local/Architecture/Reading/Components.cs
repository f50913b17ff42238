namespace Sluice.Local.Tests.Architecture.Reading;

/// <summary>Tarjan's strongly connected components: within one, each node reaches each other.</summary>
internal sealed class Components
{
    private readonly Func<string, IEnumerable<string>> _next;
    private readonly Dictionary<string, int> _index = [];
    private readonly Dictionary<string, int> _low = [];
    private readonly Stack<string> _open = [];
    private readonly List<IReadOnlyCollection<string>> _found = [];

    private Components(Func<string, IEnumerable<string>> next) => _next = next;

    public static IReadOnlyList<IReadOnlyCollection<string>> StronglyConnected(IEnumerable<string> nodes, Func<string, IEnumerable<string>> next)
    {
        var search = new Components(next);
        foreach (var node in nodes.Where(n => !search._index.ContainsKey(n))) search.Visit(node);
        return search._found;
    }

    private void Visit(string node)
    {
        _index[node] = _low[node] = _index.Count;
        _open.Push(node);
        foreach (var other in _next(node))
        {
            if (!_index.ContainsKey(other)) Visit(other);
            if (_open.Contains(other)) _low[node] = Math.Min(_low[node], _low[other]);
        }

        if (_low[node] == _index[node]) Close(node);
    }

    private void Close(string root)
    {
        var component = new List<string>();
        do component.Add(_open.Pop()); while (component[^1] != root);
        _found.Add(component);
    }
}
