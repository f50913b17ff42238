using System.IO.Compression;
using Sluice.Platform.Archives;

namespace Sluice.Packages.Formats.NuGet.Archives;

/// <summary>What the entries of a package must keep to. Nothing is unpacked for it.</summary>
internal static class EntryRules
{
    private const int LongestShown = 200;

    /// <summary>All that is wrong, each to follow what the archive is called.</summary>
    /// <param name="entries">All of it.</param>
    /// <param name="size">Of the archive, in bytes.</param>
    public static IEnumerable<string> Faults(IReadOnlyList<ZipArchiveEntry> entries, long size)
    {
        if (entries.Count > PackageLimits.Entries)
        {
            yield return $"has {entries.Count} entries, and at most {PackageLimits.Entries} are allowed";
        }

        var (packed, unpacked, names) = (0L, 0L, new HashSet<string>(StringComparer.Ordinal));
        foreach (var entry in entries)
        {
            (packed, unpacked) = (packed + entry.CompressedLength, unpacked + entry.Length);
            if (FaultOf(entry, names) is { } fault)
            {
                yield return $"has an entry '{Shown(entry.FullName)}': {fault}";
            }
        }

        // Where entries share bytes, a small archive unpacks to one without end.
        if (packed > size)
        {
            yield return "has entries that are more than the archive itself";
        }

        if (unpacked > PackageLimits.Unpacked)
        {
            yield return $"says that it unpacks to {unpacked} bytes, and at most {PackageLimits.Unpacked} are allowed";
        }
    }

    /// <summary>An entry's name as a path: in packages it is percent-encoded, and old tools wrote backslashes.</summary>
    public static string PathOf(ZipArchiveEntry entry) => Uri.UnescapeDataString(entry.FullName).Replace('\\', '/');

    private static string? FaultOf(ZipArchiveEntry entry, HashSet<string> names)
    {
        var path = PathOf(entry);
        return entry.IsEncrypted ? "it is encrypted" : EntryPath.FaultOf(path) ?? (names.Add(path) ? null : "it is there more than once");
    }

    private static string Shown(string name) => new([.. name.Take(LongestShown).Select(character => char.IsControl(character) ? '?' : character)]);
}
