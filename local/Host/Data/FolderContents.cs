using System.Runtime.Versioning;
using Sluice.Platform.Files;

namespace Sluice.Local.Host.Data;

/// <summary>All that is in a folder, without following links.</summary>
internal static class FolderContents
{
    private const UnixFileMode OwnerAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Takes away what rights others have to it.</summary>
    /// <returns>What belongs to somebody else, and so was left as it is.</returns>
    [UnsupportedOSPlatform("windows")]
    public static IReadOnlyList<string> Narrow(string folder)
    {
        var foreign = new List<string>();
        var pending = new Stack<string>([folder]);
        while (pending.TryPop(out var parent))
        {
            foreach (var path in Directory.EnumerateFileSystemEntries(parent))
            {
                switch (EntryStatus.Of(path))
                {
                    case null:
                        break;
                    case { } other when other.Owner != EntryStatus.Me:
                        foreign.Add(path);
                        break;
                    case { IsLink: false } own:
                        File.SetUnixFileMode(path, own.Rights & OwnerAll);
                        Push(path, own, pending);
                        break;
                }
            }
        }

        return foreign;
    }

    private static void Push(string path, EntryStatus status, Stack<string> folders)
    {
        if (status.IsFolder)
        {
            folders.Push(path);
        }
    }
}
