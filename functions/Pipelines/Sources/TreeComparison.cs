using Sluice.Pipelines.Sources.Packs;

namespace Sluice.Pipelines.Sources;

/// <summary>Compares the folders of two commits. What is the same has the same id, and is not looked into.</summary>
internal static class TreeComparison
{
    private const int MostPaths = 100_000;
    private const int MostFolders = 200_000;

    /// <exception cref="FormatException">The pack has not all of it, or it is too much.</exception>
    public static ChangedPaths Of(Pack pack, string oldCommit, string newCommit)
    {
        var changed = new List<string>();
        var folders = new Stack<(string Path, string? Old, string? New)>();
        folders.Push(("", TreeOf(pack, oldCommit), TreeOf(pack, newCommit)));
        for (var looked = 0; folders.TryPop(out var folder); looked++)
        {
            if (looked > MostFolders || changed.Count > MostPaths)
            {
                throw new FormatException($"more than {MostPaths} paths changed, or {MostFolders} folders.");
            }

            foreach (var (name, before, after) in Differing(Entries(pack, folder.Old), Entries(pack, folder.New)))
            {
                Add(folder.Path + name, before, after, changed, folders);
            }
        }

        changed.Sort(StringComparer.Ordinal);
        return new ChangedPaths(changed);
    }

    /// <summary>A folder may have become a file, or the other way round.</summary>
    private static void Add(string path, TreeEntry? before, TreeEntry? after, List<string> changed, Stack<(string, string?, string?)> folders)
    {
        if (before is { IsFolder: true } || after is { IsFolder: true })
        {
            folders.Push(($"{path}/", before is { IsFolder: true } ? before.Id : null, after is { IsFolder: true } ? after.Id : null));
        }

        if (before is { IsFolder: false } || after is { IsFolder: false })
        {
            changed.Add(path);
        }
    }

    private static IEnumerable<(string Name, TreeEntry? Before, TreeEntry? After)> Differing(Dictionary<string, TreeEntry> before, Dictionary<string, TreeEntry> after) =>
        before.Keys.Union(after.Keys).Select(name => (name, before.GetValueOrDefault(name), after.GetValueOrDefault(name))).Where(pair => pair.Item2 != pair.Item3);

    private static Dictionary<string, TreeEntry> Entries(Pack pack, string? id) =>
        id is null ? [] : TreeEntry.Read(pack.Find(id, PackObjectKind.Tree) ?? throw new FormatException("the server did not give all of the folders."));

    private static string TreeOf(Pack pack, string commit) => CommitDetails.TreeOf(pack.Find(commit, PackObjectKind.Commit) ?? throw new FormatException($"the server did not give the commit {commit}."));
}
