using System.Text;
using Sluice.Packages.Formats.Cargo.Manifests;

namespace Sluice.Packages.Formats.Cargo.Archives;

/// <summary>What is read of a <c>.crate</c>.</summary>
/// <param name="Manifest">Its <c>Cargo.toml</c>.</param>
/// <param name="Readmes">Files that may be its readme, by their names in its folder.</param>
internal sealed record CrateContents(CargoToml Manifest, IReadOnlyDictionary<string, byte[]> Readmes)
{
    private static readonly string[] Usual = ["README.md", "README.txt", "README"];

    /// <summary>The readme; null if it has none.</summary>
    public byte[]? Readme => Manifest.Readme is { } named
        ? Readmes.GetValueOrDefault(named.StartsWith("./", StringComparison.Ordinal) ? named[2..] : named)
        : Usual.Select(Readmes.GetValueOrDefault).FirstOrDefault(content => content is not null);

    /// <summary>The same as text.</summary>
    public string? ReadmeText => Readme is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
}
