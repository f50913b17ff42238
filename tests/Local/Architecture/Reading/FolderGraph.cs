namespace Sluice.Local.Tests.Architecture.Reading;

/// <summary>Which folder of a part of the code uses which, and the uses that make the arrow. A folder is a namespace; the part's own is called <c>.</c>.</summary>
public sealed class FolderGraph
{
    public const string Root = ".";
    private readonly Dictionary<(string From, string To), List<TypeUse>> _arrows;

    private FolderGraph(Dictionary<(string From, string To), List<TypeUse>> arrows) => _arrows = arrows;

    public IReadOnlyList<string> Folders => [.. _arrows.Keys.SelectMany(a => new[] { a.From, a.To }).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The graph of every namespace below <paramref name="part"/>, each a folder of its own.</summary>
    public static FolderGraph Nested(CompiledAssembly assembly, string part) => Of(assembly, part, below => below);

    /// <summary>The graph of the first level of folders below <paramref name="part"/>: what is deeper counts for them.</summary>
    public static FolderGraph TopLevel(CompiledAssembly assembly, string part) => Of(assembly, part, below => below == Root ? Root : below.Split('.')[0]);

    /// <summary>Without the part's own folder, which puts the others together and may hold what all of them share.</summary>
    public FolderGraph WithoutRoot() => new(_arrows.Where(a => a.Key.From != Root && a.Key.To != Root).ToDictionary());

    /// <summary>The sets of folders that use each other all round, each told with a use for every arrow in it.</summary>
    public IReadOnlyList<string> Circles() =>
        [.. Components.StronglyConnected(Folders, f => _arrows.Keys.Where(a => a.From == f).Select(a => a.To)).Where(c => c.Count > 1).Select(Told)];

    /// <summary>The arrows from a folder to one that comes later in the order, lowest first, and the folders that the order forgets.</summary>
    public IReadOnlyList<string> Upwards(params string[] order) =>
    [
        .. Folders.Except(order).Select(f => $"The order does not say where '{f}' is."),
        .. _arrows.Where(a => order.Contains(a.Key.From) && Array.IndexOf(order, a.Key.To) > Array.IndexOf(order, a.Key.From)).Select(a => Told(a.Key)),
    ];

    /// <summary>The arrows from a folder to any other.</summary>
    public IReadOnlyList<string> UsedBy(string folder, params string[] allowed) => [.. _arrows.Keys.Where(a => a.From == folder && !allowed.Contains(a.To)).Order().Select(Told)];

    private static FolderGraph Of(CompiledAssembly assembly, string part, Func<string, string> folder)
    {
        var arrows = assembly.Uses.Where(u => u.Used.Assembly == assembly.Name)
            .Select(u => (From: Below(u.User.Namespace, part), To: Below(u.Used.Namespace, part), Use: u))
            .Where(a => a.From is not null && a.To is not null)
            .Select(a => (From: folder(a.From!), To: folder(a.To!), a.Use))
            .Where(a => a.From != a.To);
        return new(arrows.GroupBy(a => (a.From, a.To), a => a.Use).ToDictionary(g => g.Key, g => g.ToList()));
    }

    private static string? Below(string space, string part) =>
        space == part ? Root : space.StartsWith($"{part}.", StringComparison.Ordinal) ? space[(part.Length + 1)..] : null;

    private string Told(IReadOnlyCollection<string> circle) =>
        $"{string.Join(", ", circle.Order(StringComparer.Ordinal))}:{string.Concat(_arrows.Keys.Where(a => circle.Contains(a.From) && circle.Contains(a.To)).Order().Select(a => $"\n  {Told(a)}"))}";

    private string Told((string From, string To) arrow) =>
        $"{arrow.From} -> {arrow.To}: {string.Join("; ", _arrows[arrow].Select(u => $"{u.User.Name} uses {u.Used.Name}").Order(StringComparer.Ordinal).Take(8))}";
}
