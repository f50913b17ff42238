namespace Sluice.Pipelines.Triggers;

/// <summary>Patterns of one criterion of a filter: one that is excluded never fits, and of those that are included one must; without includes all others fit.</summary>
internal sealed class Criteria(IReadOnlyList<string>? includes, IReadOnlyList<string>? excludes)
{
    private readonly IReadOnlyList<(string Text, GlobPattern? Glob)> _includes = Parsed(includes);
    private readonly IReadOnlyList<(string Text, GlobPattern? Glob)> _excludes = Parsed(excludes);

    public static Criteria? Of(GitBranchFilterCriteria? branches) => branches is null ? null : new(branches.Includes, branches.Excludes);

    public static Criteria? Of(GitTagFilterCriteria? tags) => tags is null ? null : new(tags.Includes, tags.Excludes);

    public static Criteria? Of(GitFilePathFilterCriteria? paths) => paths is null ? null : new(paths.Includes, paths.Excludes);

    /// <summary>Why a name does not fit, in words that follow it; null if it does.</summary>
    public string? WhyNot(string name) =>
        _excludes.FirstOrDefault(pattern => Fits(pattern.Glob, name)) is { Text: { } excluded } ? $"is excluded by '{excluded}'"
        : _includes.Count > 0 && !_includes.Any(pattern => Fits(pattern.Glob, name)) ? $"fits none of {string.Join(", ", _includes.Select(pattern => $"'{pattern.Text}'"))}"
        : null;

    /// <summary>Why none of the changed paths fits; null if one does, or if nobody tells what changed.</summary>
    public string? WhyNone(IReadOnlyList<string>? paths) => paths is null || paths.Any(path => WhyNot(path) is null) ? null
        : paths.Count == 0 ? "changed no file"
        : $"changed only files that are not asked for ('{paths[0]}' {WhyNot(paths[0])})";

    /// <summary>What is no pattern fits nothing: a document with one is refused, so that it is in no pipeline.</summary>
    private static bool Fits(GlobPattern? pattern, string name) => pattern?.Fits(name) == true;

    private static IReadOnlyList<(string Text, GlobPattern? Glob)> Parsed(IReadOnlyList<string>? patterns) =>
        [.. (patterns ?? []).Select(pattern => (pattern, GlobPattern.Fault(pattern) is null ? GlobPattern.Parse(pattern) : null))];
}
