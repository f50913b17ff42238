using System.IO.Compression;
using Sluice.Platform.Archives;

namespace Sluice.Local.Cloud.Functions.Packages;

/// <summary>The Unix mode in the upper half of an entry's external attributes.</summary>
internal static class EntryMode
{
    private const int Permissions = 0x1FF;
    private const UnixFileMode OwnerAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>What the file gets: never set-uid, always readable, and for its owner alone. A zip without modes (one made on Windows) says nothing, so its bootstrap is made executable.</summary>
    public static UnixFileMode FileMode(ZipArchiveEntry entry)
    {
        var given = (UnixFileMode)(ArchiveRules.ModeOf(entry) & Permissions);
        return given != UnixFileMode.None
            ? (given | UnixFileMode.UserRead) & OwnerAll
            : UnixFileMode.UserRead | UnixFileMode.UserWrite | (entry.FullName == LaunchPlan.Bootstrap ? UnixFileMode.UserExecute : UnixFileMode.None);
    }
}
