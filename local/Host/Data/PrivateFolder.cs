using System.Runtime.Versioning;
using Sluice.Platform.Files;

namespace Sluice.Local.Host.Data;

/// <summary>Folders that are this user's alone, so that nobody else can read, change or have prepared what is in them.</summary>
internal static class PrivateFolder
{
    private const UnixFileMode OwnerAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
    private const int MostLinks = 40;

    /// <summary>Makes the folder, or checks one that is there; rights that others have to it and to what is in it are taken away.</summary>
    /// <param name="name">What it is to the user, with an article.</param>
    /// <returns>The folder that is meant: links of this user's or root's are followed once and for all, so that nobody can turn them later.</returns>
    /// <exception cref="UsageException">It is another user's, somebody else made the link to it or something in it, or it cannot be made.</exception>
    public static string Keep(string path, string name)
    {
        var full = Followed(Path.GetFullPath(path), name);
        Make(full, name);
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                Narrow(full, name);
            }
        }
        catch (UnauthorizedAccessException e)
        {
            throw new UsageException($"{name} {full} cannot be made yours alone: {e.Message}");
        }

        return RealPath.Of(full);
    }

    private static string Followed(string path, string name)
    {
        var links = 0;
        while (!OperatingSystem.IsWindows() && EntryStatus.Of(path) is { IsLink: true } link)
        {
            if (link.Owner != EntryStatus.Me && link.Owner != EntryStatus.Root)
            {
                throw new UsageException($"{name} {path} is a link that the user with the id {link.Owner} made, who could have it lead anywhere. Name the folder itself.");
            }

            if (++links > MostLinks)
            {
                throw new UsageException($"{name} {path} is a link that leads to no folder.");
            }

            path = Path.GetFullPath(new FileInfo(path).LinkTarget!, Path.GetDirectoryName(path)!);
        }

        return path;
    }

    private static void Make(string folder, string name)
    {
        try
        {
            _ = OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, OwnerAll);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{name} {folder} cannot be made: {e.Message}");
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static void Narrow(string folder, string name)
    {
        var status = EntryStatus.Of(folder) ?? throw new UsageException($"{name} {folder} cannot be looked at.");
        if (!status.IsFolder || status.Owner != EntryStatus.Me)
        {
            throw new UsageException(
                $"{name} {folder} belongs to the user with the id {status.Owner}, and you are {EntryStatus.Me}: its owner could change what runs here. Give another folder, or change its owner.");
        }

        if ((status.Rights & ~OwnerAll) != 0)
        {
            File.SetUnixFileMode(folder, OwnerAll);
            var foreign = FolderContents.Narrow(folder);
            if ((status.Rights & OthersWrite) != 0 && foreign is [var file, ..])
            {
                // Somebody could have prepared it. Nobody else can come in any more.
                throw new UsageException($"{name} {folder} could be written to by others, and {file} in it is another user's. Take it away, or give another folder.");
            }
        }
    }
}
