namespace Sluice.BuildRunner.Artifacts;

/// <summary>The folders that a <c>base-directory</c> names: relative to the source or not, in it or not, one or (by wildcards) several.</summary>
internal static class BaseDirectories
{
    /// <returns>Real paths, at least one.</returns>
    /// <exception cref="ArtifactException">There is none, or one cannot be used.</exception>
    public static IReadOnlyList<string> Find(SourceTree tree, string? pattern)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(pattern ?? "", tree.Root));
        var found = Directory.Exists(full) ? [RealPath.Of(full)] : Matching(tree, full);
        found = [.. found.Where(folder => !tree.IsHidden(folder))];
        return found.Count > 0 ? found : throw new ArtifactException($"The base-directory '{pattern}' does not exist. {FolderListing.Of(tree, tree.Root)}");
    }

    private static List<string> Matching(SourceTree tree, string full)
    {
        var parts = full.Split('/');
        var wild = Array.FindIndex(parts, part => part.AsSpan().ContainsAny("*?["));
        var start = string.Join('/', parts.Take(wild)) is { Length: > 0 } fixedParts ? fixedParts : "/";
        if (wild < 0 || !Directory.Exists(start))
        {
            return [];
        }

        var glob = new Glob(string.Join('/', parts.Skip(wild)));
        var matching = tree.Walk(RealPath.Of(start), folder => glob.MayMatchBelow(folder.Path)).Where(entry => entry.MayBeFolder && glob.Matches(entry.Path)).ToList();
        var faults = matching.Where(folder => folder.Fault is not null).Select(folder => $"'{folder.Shown}' {folder.Fault}.").ToList();
        return faults.Count == 0
            ? [.. matching.OrderBy(folder => folder.Path, StringComparer.Ordinal).Select(folder => folder.Real).Distinct()]
            : throw new ArtifactException(string.Join('\n', faults));
    }
}
