using Sluice.Platform.Files;

namespace Sluice.Local.Host.Data;

/// <summary>A folder above another one, as far as it matters to what is built below it.</summary>
/// <param name="IsCheckout">It is a git working copy.</param>
/// <param name="IsOthers">Somebody else than this user and root can put files into it.</param>
/// <param name="IsShut">Nobody else than this user and root gets to what is below it.</param>
internal sealed record Ancestor(string Path, bool IsCheckout, bool IsOthers, bool IsShut)
{
    private const UnixFileMode Write = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
    private const UnixFileMode Enter = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>From the root down to the folder itself, as far as they are there.</summary>
    public static IReadOnlyList<Ancestor> Of(string folder)
    {
        var found = new List<Ancestor>();
        for (var path = System.IO.Path.GetFullPath(folder); path is not null; path = System.IO.Path.GetDirectoryName(path))
        {
            if (System.IO.Path.Exists(path))
            {
                found.Add(At(path));
            }
        }

        found.Reverse();
        return found;
    }

    private static Ancestor At(string path)
    {
        var isCheckout = System.IO.Path.Exists(System.IO.Path.Combine(path, ".git"));
        if (OperatingSystem.IsWindows() || EntryStatus.Of(path) is not { } status)
        {
            return new Ancestor(path, isCheckout, IsOthers: false, IsShut: false);
        }

        var isTrusted = status.Owner == EntryStatus.Me || status.Owner == EntryStatus.Root;
        return new Ancestor(path, isCheckout, !isTrusted || (status.Rights & Write) != 0, isTrusted && (status.Rights & Enter) == 0);
    }
}
