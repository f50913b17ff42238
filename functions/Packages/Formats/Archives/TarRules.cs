using Sluice.Platform.Archives;

namespace Sluice.Packages.Formats.Archives;

/// <summary>What entries of a tar must keep to, to be unpacked by anybody.</summary>
internal static class TarRules
{
    private const int LongestShown = 200;

    /// <summary>Why the entry must not be unpacked; null if it may be. A link may lead to what is in the archive.</summary>
    public static string? FaultOf(TarEntry entry) => EntryPath.FaultOf(entry.Name) ?? (entry switch
    {
        { IsFile: true } or { IsFolder: true } => null,
        { IsSymbolicLink: true } => LeadsOut(entry.Name.TrimEnd('/').Split('/').SkipLast(1), entry.Link) ? "it is a link that leads out of the archive" : null,
        { IsHardLink: true } => LeadsOut([], entry.Link) ? "it is a link that leads out of the archive" : null,
        _ => "it is a special file",
    });

    public static string Shown(string name) => new([.. name.Take(LongestShown).Select(character => char.IsControl(character) ? '?' : character)]);

    /// <summary>From the archive's own top folder.</summary>
    private static bool LeadsOut(IEnumerable<string> from, string link)
    {
        if (link.Length == 0 || link[0] == '/' || link.Contains('\\', StringComparison.Ordinal) || link.Any(char.IsControl))
        {
            return true;
        }

        var depth = from.Count();
        return link.Split('/').Any(part => (depth += part switch { "" or "." => 0, ".." => -1, _ => 1 }) < 1);
    }
}
