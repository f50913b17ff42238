namespace Sluice.BuildRunner.Artifacts;

/// <summary>What is in a folder, for messages about what is not.</summary>
internal static class FolderListing
{
    private const int Most = 20;

    public static string Of(SourceTree tree, string folder)
    {
        var names = tree.Walk(folder, _ => false).Select(entry => entry is { MayBeFolder: true, Fault: null } ? entry.Path + "/" : entry.Path).ToList();
        var place = folder == tree.Root ? "The source" : $"'{tree.Shown(folder)}'";
        return names.Count == 0 ? $"{place} is empty." : $"{place} has: {string.Join(", ", names.Take(Most))}{(names.Count > Most ? ", …" : "")}.";
    }
}
