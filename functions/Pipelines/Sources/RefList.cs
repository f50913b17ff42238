namespace Sluice.Pipelines.Sources;

/// <summary>All that a repository has a name for.</summary>
/// <param name="Branches">Commits by branch, without <c>refs/heads/</c>.</param>
/// <param name="HeadBranch">The branch that HEAD is; null if nobody says.</param>
/// <param name="Tags">Commits by tag, without <c>refs/tags/</c>: what the tag means, not the tag's own object.</param>
public sealed record RefList(IReadOnlyDictionary<string, string> Branches, string? HeadBranch, IReadOnlyDictionary<string, string> Tags);
