namespace Sluice.Pipelines.Triggers;

/// <summary>Whether one of a trigger's filters for pushes fits.</summary>
internal static class PushFilters
{
    public static TriggerDecision Decide(string action, IReadOnlyList<GitPushFilter> filters, RepositoryEvent push)
    {
        var reasons = filters.Select(filter => WhyNot(filter, push)).ToList();
        var fits = reasons.FindIndex(why => why is null);
        return fits >= 0 ? new(action, Revision(push), $"{TriggerWords.Of(push)} fits {TriggerWords.Filter(fits, filters.Count, "push")}.")
            : filters.Count == 0 ? new(action, Release: null, $"{TriggerWords.Of(push)} changed, and the trigger is for pull requests only.")
            : new(action, Release: null, $"{TriggerWords.Of(push)} {string.Join("; ", reasons.Distinct())}.");
    }

    private static string? WhyNot(GitPushFilter filter, RepositoryEvent push) => push switch
    {
        TagPush tag => Criteria.Of(filter.Tags) is { } tags ? tags.WhyNot(tag.Tag) : "is a tag, and the filter is for branches",
        BranchPush when filter is { Tags: not null, Branches: null, FilePaths: null } => "is a branch, and the filter is for tags",
        BranchPush branch => Criteria.Of(filter.Branches)?.WhyNot(branch.Branch) ?? Criteria.Of(filter.FilePaths)?.WhyNone(branch.Paths),
        _ => "is no push",
    };

    private static TriggeredRevision Revision(RepositoryEvent push) => push switch
    {
        TagPush tag => new(tag.Commit!, Branch: null, tag.Tag),
        _ => new(push.Commit!, (push as BranchPush)?.Branch, Tag: null),
    };
}
