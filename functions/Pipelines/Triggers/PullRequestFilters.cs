namespace Sluice.Pipelines.Triggers;

/// <summary>Whether one of a trigger's filters for pull requests fits: by what happened, the branch that it is for, and what changed. What is released is the commit of the branch that it brings.</summary>
internal static class PullRequestFilters
{
    public static TriggerDecision Decide(string action, IReadOnlyList<GitPullRequestFilter> filters, PullRequestChange pull)
    {
        var reasons = filters.Select(filter => WhyNot(filter, pull)).ToList();
        var fits = reasons.FindIndex(why => why is null);
        return filters.Count == 0 ? Not(action, pull, "is not asked for: the trigger is for pushes only")
            : pull.IsFork ? Not(action, pull, "is of another repository, whose commits are not released")
            : fits < 0 ? Not(action, pull, string.Join("; ", reasons.Distinct()))
            : new(action, new(pull.Commit!, pull.SourceBranch, Tag: null), $"{TriggerWords.Of(pull)} ({Word(pull.Happened)}) fits {TriggerWords.Filter(fits, filters.Count, "pull request")}.");
    }

    private static string? WhyNot(GitPullRequestFilter filter, PullRequestChange pull) =>
        filter.Events is { Count: > 0 } && !filter.Events.Contains(pull.Happened) ? $"was {Word(pull.Happened)}, and the filter is for {string.Join(", ", filter.Events.Select(Word))} ones"
        : Criteria.Of(filter.Branches)?.WhyNot(pull.TargetBranch) is { } branch ? $"is for a branch that {branch}"
        : Criteria.Of(filter.FilePaths)?.WhyNone(pull.Paths);

    private static string Word(GitPullRequestEventType happened) => happened switch
    {
        GitPullRequestEventType.OPEN => "opened",
        GitPullRequestEventType.UPDATED => "updated",
        _ => "closed",
    };

    private static TriggerDecision Not(string action, PullRequestChange pull, string why) => new(action, Release: null, $"{TriggerWords.Of(pull)} {why}.");
}
