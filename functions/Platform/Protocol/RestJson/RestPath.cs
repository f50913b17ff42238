namespace Sluice.Platform.Protocol.RestJson;

/// <summary>An operation's path of the model: <c>/v1/{name}/files/{path+}?list-type=2</c>. A greedy label takes one segment or more, any other exactly one, and none is empty.</summary>
internal sealed class RestPath
{
    private readonly string[] _segments;
    private readonly int _greedy;

    public RestPath(string pattern)
    {
        var mark = pattern.IndexOf('?', StringComparison.Ordinal);
        _segments = Split(mark < 0 ? pattern : pattern[..mark]);
        _greedy = Array.FindIndex(_segments, IsGreedy);
        Constants = mark < 0 ? [] : DecodedQuery.Of(pattern[(mark + 1)..]);
        Rank = string.Concat(_segments.Select(segment => !IsLabel(segment) ? '0' : IsGreedy(segment) ? '2' : '1'));
    }

    /// <summary>What the query must have; an empty value is any.</summary>
    public IReadOnlyList<(string Name, string Value)> Constants { get; }

    /// <summary>The lower in ordinal order, the more it says: a literal goes before a label, and that before a greedy one.</summary>
    public string Rank { get; }

    /// <summary>The labels' values, decoded; null if the path is another.</summary>
    /// <param name="path">As it was sent.</param>
    public IReadOnlyDictionary<string, string>? Match(string path)
    {
        var sent = Split(path);
        var surplus = sent.Length - _segments.Length;
        if (_greedy < 0 ? surplus != 0 : surplus < 0)
        {
            return null;
        }

        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0, at = 0; i < _segments.Length; i++)
        {
            var next = at + 1 + (i == _greedy ? surplus : 0);
            if (!Takes(_segments[i], string.Join('/', sent[at..next]), labels))
            {
                return null;
            }

            at = next;
        }

        return labels;
    }

    /// <summary>Whether a query has what it must.</summary>
    public bool Fits(IReadOnlyList<(string Name, string Value)> query) =>
        Constants.All(constant => query.Any(parameter => parameter.Name == constant.Name && (constant.Value.Length == 0 || parameter.Value == constant.Value)));

    private static bool Takes(string segment, string sent, Dictionary<string, string> labels)
    {
        var text = Uri.UnescapeDataString(sent);
        if (!IsLabel(segment))
        {
            return text == segment;
        }

        labels[segment.Trim('{', '+', '}')] = text;
        return text.Length > 0;
    }

    private static string[] Split(string path) => (path.StartsWith('/') ? path[1..] : path).Split('/');

    private static bool IsLabel(string segment) => segment.StartsWith('{');

    private static bool IsGreedy(string segment) => segment.EndsWith("+}", StringComparison.Ordinal);
}
