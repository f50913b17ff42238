using System.Diagnostics.CodeAnalysis;

namespace Sluice.Deployments.Platforms.Lambda.Packages;

/// <summary>How Lambda runs a package: its runtime and handler, told from the files at its root.</summary>
internal sealed record PackageKind(string Runtime, string Handler)
{
    private const string Bootstrap = "bootstrap";
    private const string RuntimeConfig = ".runtimeconfig.json";
    private const int Shown = 20;

    /// <summary>An executable <c>bootstrap</c> is a custom runtime, the one <c>*.runtimeconfig.json</c> names an executable assembly.</summary>
    public static bool TryTell(IReadOnlyList<PackageEntry> entries, [NotNullWhen(true)] out PackageKind? kind, out string fault)
    {
        var root = entries.Where(entry => !entry.Name.Contains('/')).ToList();
        var assemblies = root.Where(entry => entry.Name.EndsWith(RuntimeConfig, StringComparison.Ordinal)).Select(entry => entry.Name[..^RuntimeConfig.Length]).ToList();
        var bootstrap = root.FindIndex(entry => entry.Name == Bootstrap);
        kind = bootstrap >= 0 && root[bootstrap].IsExecutable ? new PackageKind("provided.al2023", Bootstrap)
            : bootstrap < 0 && assemblies is [{ Length: > 0 } assembly] ? new PackageKind("dotnet10", assembly)
            : null;
        fault = kind is not null ? ""
            : bootstrap >= 0 ? "its 'bootstrap' is not executable (chmod +x bootstrap)"
            : $"expected an executable 'bootstrap' or exactly one '*{RuntimeConfig}' at its root; found {List(root, entries.Count)}";
        return kind is not null;
    }

    private static string List(List<PackageEntry> root, int all)
    {
        var names = root.Select(entry => entry.Name).Order(StringComparer.Ordinal).Take(Shown).ToList();
        var more = all - names.Count;
        return (names.Count, more) switch
        {
            (0, 0) => "nothing: the package is empty",
            (0, _) => $"no file there, and {more} in folders",
            (_, 0) => string.Join(", ", names),
            _ => $"{string.Join(", ", names)} and {more} more",
        };
    }
}
