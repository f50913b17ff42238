using System.IO.Compression;

namespace Sluice.Platform.Archives;

/// <summary>What a zip of anybody's must keep to, to be unpacked into a folder. All names are judged before the first byte is written.</summary>
public static class ArchiveRules
{
    private const int TypeMask = 0xF000;
    private const int File = 0x8000;
    private const int Folder = 0x4000;
    private const int LongestShown = 200;

    /// <summary>The Unix mode in the upper half of an entry's external attributes: its type and its rights; 0 if the zip says nothing.</summary>
    public static int ModeOf(ZipArchiveEntry entry) => (entry.ExternalAttributes >> 16) & 0xFFFF;

    /// <summary>Why it must not be unpacked, to follow what it is called; null if it may be.</summary>
    /// <param name="archive">It.</param>
    /// <param name="mostEntries">How many entries it may have.</param>
    public static string? FaultOf(ZipArchive archive, int mostEntries)
    {
        if (archive.Entries.Count > mostEntries)
        {
            return $"has {archive.Entries.Count} entries, and at most {mostEntries} are allowed.";
        }

        foreach (var entry in archive.Entries)
        {
            // Links, devices, sockets and pipes are nothing that anybody needs, and a link can lead out of its folder.
            if ((EntryPath.FaultOf(entry.FullName) ?? ((ModeOf(entry) & TypeMask) is 0 or File or Folder ? null : "it is a link or a special file")) is { } fault)
            {
                return $"is refused because of its entry '{Shown(entry.FullName)}': {fault}.";
            }
        }

        return EntryPath.FirstClash(archive.Entries.Select(entry => entry.FullName)) is { } clash
            ? $"is refused: '{Shown(clash)}' is in it twice, or differs from another entry only in case." : null;
    }

    private static string Shown(string name) => new([.. name.Take(LongestShown).Select(character => char.IsControl(character) ? '?' : character)]);
}
