namespace Sluice.BuildRunner.Logs.Masking;

/// <summary>Many strings of bytes that are looked for at once, a symbol at a time (the automaton of Aho and Corasick). A state is a beginning that some of the strings share.</summary>
internal sealed class PatternSet
{
    private const int BitsOfSymbol = 16;
    private readonly Dictionary<long, int> _next = [];
    private readonly bool[] _begins = new bool[byte.MaxValue + 1];
    private readonly List<int> _fallback = [0];
    private readonly List<int> _longest = [0];
    private readonly List<int> _depth = [0];
    private readonly HashSet<string> _beginnings = new(StringComparer.Ordinal);

    public PatternSet(IEnumerable<string> patterns)
    {
        foreach (var pattern in patterns)
        {
            Add(pattern);
        }

        Link();
        Deepest = _depth.Max();
    }

    /// <summary>Whether some string begins with it. Most symbols of a text begin none, and are passed over by this alone.</summary>
    public bool Begins(char symbol) => _begins[symbol];

    /// <summary>The first symbols of all strings, as many as the shortest that is masked has.</summary>
    public IReadOnlyCollection<string> Beginnings => _beginnings;

    /// <summary>The length of the longest string.</summary>
    public int Deepest { get; }

    public int After(int state, char symbol)
    {
        if (state == 0 && !_begins[symbol])
        {
            return 0;
        }

        while (true)
        {
            if (_next.TryGetValue(Edge(state, symbol), out var next))
            {
                return next;
            }

            if (state == 0)
            {
                return 0;
            }

            state = _fallback[state];
        }
    }

    /// <summary>The length of the longest string that ends here; 0 if none does.</summary>
    public int Ended(int state) => _longest[state];

    /// <summary>How many of the last symbols may be the beginning of a string.</summary>
    public int Begun(int state) => _depth[state];

    private void Add(string pattern)
    {
        var state = 0;
        foreach (var symbol in pattern)
        {
            if (!_next.TryGetValue(Edge(state, symbol), out var next))
            {
                next = _next[Edge(state, symbol)] = _depth.Count;
                _depth.Add(_depth[state] + 1);
                _fallback.Add(0);
                _longest.Add(0);
            }

            state = next;
        }

        _beginnings.Add(pattern[..StreamMask.ShortestMasked]);
        _longest[state] = pattern.Length;
        _begins[pattern[0]] = true;
    }

    // States were added parents first within a string only, so they are linked by depth.
    private void Link()
    {
        foreach (var (edge, state) in _next.OrderBy(edge => _depth[edge.Value]).ToList())
        {
            var from = (int)(edge >> BitsOfSymbol);
            _fallback[state] = from == 0 ? 0 : After(_fallback[from], (char)edge);
            _longest[state] = Math.Max(_longest[state], _longest[_fallback[state]]);
        }
    }

    private static long Edge(int state, char symbol) => ((long)state << BitsOfSymbol) | symbol;
}
