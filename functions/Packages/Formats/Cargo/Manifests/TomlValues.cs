using Tomlyn.Model;

namespace Sluice.Packages.Formats.Cargo.Manifests;

/// <summary>Values of TOML, which may be of any type.</summary>
internal static class TomlValues
{
    public static TomlTable? Table(this TomlTable table, string name) => table.TryGetValue(name, out var value) ? value as TomlTable : null;

    public static string? Text(this TomlTable table, string name) => table.TryGetValue(name, out var value) && value is string { Length: > 0 } text ? text : null;

    public static bool? Flag(this TomlTable table, string name) => table.TryGetValue(name, out var value) && value is bool flag ? flag : null;

    public static IReadOnlyList<string> Texts(object? value) => value is TomlArray array ? [.. array.OfType<string>()] : [];
}
