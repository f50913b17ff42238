namespace Sluice.Packages.Model;

/// <summary>Versions as rules name them.</summary>
/// <param name="Package">Which packages: a pattern of package groups, e.g. <c>/npm/team/*</c>.</param>
/// <param name="Versions">Which of their versions: numbers, or ranges such as <c>&gt;=1.2.0 &lt;2.0.0</c>. None means all of them.</param>
/// <param name="Reason">For people; null if nothing was said.</param>
public sealed record NamedVersions(string Package, IReadOnlyList<string> Versions, string? Reason);
