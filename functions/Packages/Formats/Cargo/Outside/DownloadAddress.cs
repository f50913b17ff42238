using Sluice.Packages.Formats.Cargo.Index;
using Sluice.Packages.Formats.Cargo.Names;

namespace Sluice.Packages.Formats.Cargo.Outside;

/// <summary>Makes the address of an archive of what a registry's <c>dl</c> says. Pure.</summary>
internal static class DownloadAddress
{
    private static readonly string[] Markers = ["{crate}", "{version}", "{prefix}", "{lowerprefix}", "{sha256-checksum}"];

    public static string Of(string template, IndexLine line)
    {
        var whole = Array.Exists(Markers, marker => template.Contains(marker, StringComparison.Ordinal)) ? template : $"{template}/{{crate}}/{{version}}/download";
        var lower = FoldersOf(CrateName.IndexPath(line.Name));
        return whole
            .Replace("{crate}", line.Name, StringComparison.Ordinal)
            .Replace("{version}", Uri.EscapeDataString(line.Version), StringComparison.Ordinal)
            .Replace("{prefix}", Spelled(lower, line.Name), StringComparison.Ordinal)
            .Replace("{lowerprefix}", lower, StringComparison.Ordinal)
            .Replace("{sha256-checksum}", line.Checksum, StringComparison.Ordinal);
    }

    private static string FoldersOf(string path) => path[..path.LastIndexOf('/')];

    /// <summary>The folders with the letters as the name has them.</summary>
    private static string Spelled(string lower, string name) => name.Length switch
    {
        <= 2 => lower,
        3 => $"3/{name[0]}",
        _ => $"{name[..2]}/{name[2..4]}",
    };
}
