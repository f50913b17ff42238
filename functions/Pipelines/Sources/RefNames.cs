namespace Sluice.Pipelines.Sources;

/// <summary>Branches and tags by git's own names of them.</summary>
internal static class RefNames
{
    private const string Branches = "refs/heads/";
    private const string Tags = "refs/tags/";

    /// <summary>Commits by name.</summary>
    public static IReadOnlyDictionary<string, string> Of(RefList refs) => refs.Branches.Select(branch => (Name: Branches + branch.Key, Commit: branch.Value))
        .Concat(refs.Tags.Select(tag => (Name: Tags + tag.Key, Commit: tag.Value)))
        .ToDictionary(named => named.Name, named => named.Commit, StringComparer.Ordinal);

    public static string OfBranch(string branch) => Branches + branch;

    public static string OfTag(string tag) => Tags + tag;

    public static string? BranchOf(string name) => name.StartsWith(Branches, StringComparison.Ordinal) ? name[Branches.Length..] : null;

    public static string? TagOf(string name) => name.StartsWith(Tags, StringComparison.Ordinal) ? name[Tags.Length..] : null;
}
