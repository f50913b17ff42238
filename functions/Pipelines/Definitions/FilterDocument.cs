using Sluice.Pipelines.Triggers;
using Sluice.Pipelines.Types;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>Reads a filter of a trigger: tags, or branches, or branches and paths.</summary>
internal static class FilterDocument
{
    private const int LongestPattern = 255;
    private static readonly char[] Wildcards = ['*', '?', '[', '{', '\\'];
    private static readonly CountRange Patterns = new(1, 8);

    public static GitPushFilter Push(MappingReader map)
    {
        var filter = new GitPushFilter
        {
            Tags = Criteria(map, "tags", (includes, excludes) => new GitTagFilterCriteria { Includes = includes, Excludes = excludes }),
            Branches = Branches(map),
            FilePaths = Paths(map),
        };
        if (filter is not ({ Tags: not null, Branches: null, FilePaths: null } or { Tags: null, Branches: not null }))
        {
            Refuse(map, "tags, or branches, or branches and filePaths were expected");
        }

        return filter;
    }

    public static GitPullRequestFilter PullRequest(MappingReader map)
    {
        var filter = new GitPullRequestFilter { Events = Events(map), Branches = Branches(map), FilePaths = Paths(map) };
        if (filter.Branches is null)
        {
            Refuse(map, "branches (those that the pull request is for), or branches and filePaths were expected");
        }

        return filter;
    }

    private static void Refuse(MappingReader map, string expected) =>
        map.Fault("branches", $"The trigger configuration for the source action is not valid. Make sure to choose valid filter combinations; {expected}", FaultKinds.Structure);

    private static IReadOnlyList<GitPullRequestEventType>? Events(MappingReader map)
    {
        var words = Enum.GetNames<GitPullRequestEventType>();
        var events = map.ListOfStrings("events").OrNone();
        foreach (var wrong in events?.Where(word => !words.Contains(word)) ?? [])
        {
            map.Fault("events", $"one of {string.Join(", ", words)} was expected, not '{wrong}'{NearMiss.Suggestion(wrong, words)}", FaultKinds.Validation);
        }

        return events is null ? null : [.. events.Where(words.Contains).Distinct().Select(Enum.Parse<GitPullRequestEventType>)];
    }

    private static GitBranchFilterCriteria? Branches(MappingReader map) => Criteria(map, "branches", (includes, excludes) => new GitBranchFilterCriteria { Includes = includes, Excludes = excludes });

    private static GitFilePathFilterCriteria? Paths(MappingReader map) => Criteria(map, "filePaths", (includes, excludes) => new GitFilePathFilterCriteria { Includes = includes, Excludes = excludes });

    private static T? Criteria<T>(MappingReader map, string member, Func<IReadOnlyList<string>?, IReadOnlyList<string>?, T> make)
        where T : class => map.OptionalMapping(member, criteria =>
    {
        var (includes, excludes) = (Globs(criteria, "includes"), Globs(criteria, "excludes"));
        if (includes is null && excludes is null)
        {
            map.Fault(member, "includes or excludes were expected", FaultKinds.Structure);
        }

        if (includes?.Count > 0 && includes.All(include => IsExcluded(include, excludes)))
        {
            map.Doubt(member, "nothing fits: all that is included is excluded too, and what is excluded never fits");
        }

        return make(includes, excludes);
    });

    // A pattern that is excluded as it stands, or a name without wildcards that an excluded pattern fits: of others it is not certain.
    private static bool IsExcluded(string include, IReadOnlyList<string>? excludes) =>
        excludes?.Any(exclude => exclude == include || exclude == "**" || (include.IndexOfAny(Wildcards) < 0 && GlobPattern.Fault(exclude) is null && GlobPattern.Parse(exclude).Fits(include))) == true;

    private static IReadOnlyList<string>? Globs(MappingReader map, string member) => Texts.List(map, member, Patterns, LongestPattern, GlobPattern.Fault);
}
