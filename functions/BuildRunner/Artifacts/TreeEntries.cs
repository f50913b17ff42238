using Sluice.Platform.Files;

namespace Sluice.BuildRunner.Artifacts;

/// <summary>Says of each entry of a folder what it is. Links are followed as long as they stay inside the roots.</summary>
/// <param name="roots">Real paths.</param>
/// <param name="keepsLinks">Whether links are wanted as links, and are not followed.</param>
internal sealed class TreeEntries(IReadOnlyList<string> roots, bool keepsLinks)
{
    private const string NotText = "is a name that is not UTF-8, which no file of an artifact can have; rename it, or leave it out by exclude-paths";

    public IEnumerable<TreeEntry> Of(TreeFolder folder)
    {
        try
        {
            return [.. new DirectoryInfo(folder.Real).EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false })
                .GroupBy(info => info.Name, StringComparer.Ordinal).OrderBy(same => same.Key, StringComparer.Ordinal).SelectMany(same => Entries(folder, same.Key, [.. same]))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [Unusable(folder.Path, folder.Real, $"is a folder that cannot be read: {e.Message.TrimEnd('.')}")];
        }
    }

    /// <param name="folder">Where they are.</param>
    /// <param name="name">Their name.</param>
    /// <param name="infos">Several, if several names that are no text are one to .NET.</param>
    private IEnumerable<TreeEntry> Entries(TreeFolder folder, string name, IReadOnlyList<FileSystemInfo> infos)
    {
        var real = Path.Combine(folder.Real, name);
        var found = new TreeEntry(folder.Below(name), real, infos.Any(info => info is FileInfo), infos.Any(info => info is DirectoryInfo));
        if (OperatingSystem.IsWindows())
        {
            return [found];
        }

        if (EntryStatus.Of(real) is { } status)
        {
            return [status.IsLink ? Link(folder, name, real) : Entry(found.Path, real, status)];
        }

        return name.Contains('\uFFFD')
            ? RawNames.Of(folder.Real, name).Select(raw => found with { Fault = NotText, Shown = folder.Below(raw) })
            : [found with { Fault = "cannot be looked at: it is gone, or its path is too long" }];
    }

    private TreeEntry Link(TreeFolder folder, string name, string path)
    {
        var below = folder.Below(name);
        if (Target(path) is not { } target || EntryStatus.Of(target) is not { } status)
        {
            return Unusable(below, path, "is a link to nothing");
        }

        if (!roots.Any(root => RealPath.IsIn(target, root)))
        {
            return new TreeEntry(below, target, !status.IsFolder, status.IsFolder) { Fault = "is a link that leads out of the source; an artifact holds files of the source only" };
        }

        if (keepsLinks)
        {
            return new TreeEntry(below, path, MayBeFile: true, MayBeFolder: false) { LinkTarget = Path.GetRelativePath(folder.Real, target) };
        }

        return Entry(below, target, status) with { IsLoop = status.IsFolder && folder.IsReachedThrough(target) };
    }

    private static TreeEntry Entry(string path, string real, EntryStatus status) => status.Special is { } special
        ? new TreeEntry(path, real, MayBeFile: true, MayBeFolder: false) { Fault = $"is {special}; an artifact holds files only, so leave it out by exclude-paths" }
        : new TreeEntry(path, real, !status.IsFolder, status.IsFolder);

    private static TreeEntry Unusable(string path, string real, string fault) => new(path, real, MayBeFile: true, MayBeFolder: true) { Fault = fault };

    private static string? Target(string path)
    {
        try
        {
            return RealPath.Of(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
