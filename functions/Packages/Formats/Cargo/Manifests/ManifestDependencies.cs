using Tomlyn.Model;

namespace Sluice.Packages.Formats.Cargo.Manifests;

/// <summary>Finds what a manifest needs: for everywhere, and for some targets alone.</summary>
internal static class ManifestDependencies
{
    private static readonly (string Kind, string[] Names)[] Kinds =
    [
        (CrateDependency.Normal, ["dependencies"]), (CrateDependency.Dev, ["dev-dependencies", "dev_dependencies"]), (CrateDependency.Build, ["build-dependencies", "build_dependencies"]),
    ];

    public static IEnumerable<CrateDependency> Of(TomlTable root) =>
        In(root, null).Concat((root.Table("target") ?? []).SelectMany(target => target.Value is TomlTable table ? In(table, target.Key) : []));

    private static IEnumerable<CrateDependency> In(TomlTable table, string? target) =>
        from kind in Kinds
        from name in kind.Names
        from entry in table.Table(name) ?? []
        let dependency = Read(entry.Key, entry.Value, kind.Kind, target)
        where dependency is not null
        select dependency;

    /// <summary>Null for one of development alone that has a path and no version: it is not published.</summary>
    private static CrateDependency? Read(string name, object? value, string kind, string? target) => value switch
    {
        string requirement => new CrateDependency(name, name, requirement, kind) { Target = target },
        TomlTable table when kind != CrateDependency.Dev || table.ContainsKey("version") => new CrateDependency(name, table.Text("package") ?? name, table.Text("version") ?? "*", kind)
        {
            Target = target,
            IsOptional = table.Flag("optional") ?? false,
            WantsDefaults = table.Flag("default-features") ?? table.Flag("default_features") ?? true,
            Features = TomlValues.Texts(table.GetValueOrDefault("features")),
            Registry = table.Text("registry-index"),
        },
        _ => null,
    };

    private static object? GetValueOrDefault(this TomlTable table, string name) => table.TryGetValue(name, out var value) ? value : null;
}
