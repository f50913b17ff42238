using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Shells;

namespace Sluice.BuildRunner.Containers;

/// <summary>Folders of a container that are kept from build to build: they are the machine's, so that the program outside can read and fill them.</summary>
internal static class CacheMounts
{
    private const string Home = "/root";

    /// <returns>Where the folders are on the machine, by where the commands see them.</returns>
    public static IReadOnlyDictionary<string, string> Of(BuildspecCache? cache, WorkspaceFolders folders)
    {
        var mounts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in (cache?.Paths ?? []).Select(FolderOf).OfType<string>().Where(folder => !Artifacts.RealPath.IsIn(folder, folders.Root)).Distinct())
        {
            mounts[folder] = Directory.CreateDirectory(Path.Combine(folders.Control, $"cache-{mounts.Count}")).FullName;
        }

        return mounts;
    }

    private static string? FolderOf(string path)
    {
        var whole = path.StartsWith("~/", StringComparison.Ordinal) ? Home + path[1..] : path;
        var parts = whole.Split('/', StringSplitOptions.RemoveEmptyEntries).TakeWhile(part => !part.AsSpan().ContainsAny("*?[")).ToList();
        return whole.StartsWith('/') && parts.Count > 0 && !whole.Contains('$') ? "/" + string.Join('/', parts) : null;
    }
}
