namespace Sluice.Platform.Documents;

/// <summary>
/// Paths as people write them: <c>env.variables.NAME</c>, <c>stages[0].actions[1]</c>. A very long one loses its beginning, so that a hostile document's
/// names do not multiply into memory.
/// </summary>
public static class NodePath
{
    private const int Longest = 300;
    private const int LongestName = 100;

    /// <summary>The path of a map's member.</summary>
    public static string Member(string parent, string name) => Shortened(
        name.Length > LongestName ? $"{parent}[\"{name[..LongestName]}…\"]"
        : !IsSimple(name) ? $"{parent}[\"{name}\"]"
        : parent.Length == 0 ? name
        : $"{parent}.{name}");

    /// <summary>The path of a list's item.</summary>
    public static string Item(string parent, int index) => Shortened($"{parent}[{index}]");

    private static string Shortened(string path) => path.Length <= Longest ? path : "…" + path[^(Longest / 2)..];

    private static bool IsSimple(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '$');
}
