using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>Where people can look at a source, on the hosts whose pages are known.</summary>
internal static class SourceLinks
{
    private static readonly IReadOnlyDictionary<string, (string Tree, string Commit)> _hosts = new Dictionary<string, (string, string)>(StringComparer.OrdinalIgnoreCase)
    {
        ["github.com"] = ("tree", "commit"), ["gitlab.com"] = ("-/tree", "-/commit"), ["bitbucket.org"] = ("src", "commits"),
    };

    /// <summary>The branch.</summary>
    public static string? Branch(SourceCommit? source) => source is { Branch.Length: > 0 } ? Page(source, pages => $"{pages.Tree}/{source.Branch}") : null;

    /// <summary>The commit, or what the source says of its revision.</summary>
    public static string? Revision(SourceCommit? source) => source?.Url ?? (source is { RevisionId.Length: > 0 } ? Page(source, pages => $"{pages.Commit}/{source.RevisionId}") : null);

    private static string? Page(SourceCommit source, Func<(string Tree, string Commit), string> path) =>
        Uri.TryCreate(source.Repository, UriKind.Absolute, out var at) && at.Scheme == Uri.UriSchemeHttps && _hosts.TryGetValue(at.Host, out var pages)
            ? $"https://{at.Host}{(at.AbsolutePath.EndsWith(".git", StringComparison.Ordinal) ? at.AbsolutePath[..^4] : at.AbsolutePath.TrimEnd('/'))}/{path(pages)}"
            : null;
}
