using System.IO.Compression;

namespace Sluice.Local.Cloud.Functions.Packages;

/// <summary>The Unix mode in the upper half of an entry's external attributes.</summary>
internal static class EntryMode
{
    private const int TypeMask = 0xF000;
    private const int File = 0x8000;
    private const int Folder = 0x4000;
    private const int Permissions = 0x1FF;
    private const UnixFileMode OwnerAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Links, devices, sockets and pipes are nothing that a package needs, and a link can lead out of its folder.</summary>
    public static bool IsFileOrFolder(ZipArchiveEntry entry) => (Of(entry) & TypeMask) is 0 or File or Folder;

    /// <summary>What the file gets: never set-uid, always readable, and for its owner alone. A zip without modes (one made on Windows) says nothing, so its bootstrap is made executable.</summary>
    public static UnixFileMode FileMode(ZipArchiveEntry entry)
    {
        var given = (UnixFileMode)(Of(entry) & Permissions);
        return given != UnixFileMode.None
            ? (given | UnixFileMode.UserRead) & OwnerAll
            : UnixFileMode.UserRead | UnixFileMode.UserWrite | (entry.FullName == LaunchPlan.Bootstrap ? UnixFileMode.UserExecute : UnixFileMode.None);
    }

    private static int Of(ZipArchiveEntry entry) => (entry.ExternalAttributes >> 16) & 0xFFFF;
}
