using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Triggers;

/// <summary>
/// Which source actions something that happened in their repository starts, as CodePipeline decides it. Of the filters of a trigger one must fit; within a filter all criteria must. A source without a trigger is started by
/// every change of its own branch. A trigger without filters is that as well.
/// </summary>
internal static class TriggerDecisions
{
    /// <summary>The decision for each source.</summary>
    /// <param name="pipeline">The pipeline, with its triggers.</param>
    /// <param name="sources">Its source actions that read the repository.</param>
    /// <param name="happened">What happened there.</param>
    public static IReadOnlyList<TriggerDecision> Of(PipelineDeclaration pipeline, IEnumerable<WatchedSource> sources, RepositoryEvent happened) =>
        [.. sources.Select(source => Of(Trigger(pipeline, source.Action.Name), source, happened))];

    /// <summary>Whether a source has a trigger with filters: then its own branch alone starts nothing.</summary>
    public static bool HasFilters(PipelineDeclaration pipeline, string action) => Trigger(pipeline, action) is { Push: not null } or { PullRequest: not null };

    /// <summary>Whether it is asked what a push changed.</summary>
    public static bool NeedsPaths(PipelineDeclaration pipeline, string action) => Trigger(pipeline, action)?.Push?.Any(filter => filter.FilePaths is not null) == true;

    private static GitConfiguration? Trigger(PipelineDeclaration pipeline, string action) =>
        pipeline.Triggers?.Select(trigger => trigger.GitConfiguration).FirstOrDefault(git => git.SourceActionName == action);

    private static TriggerDecision Of(GitConfiguration? trigger, WatchedSource source, RepositoryEvent happened)
    {
        var name = source.Action.Name;
        if (happened.Commit is null)
        {
            return Not(name, $"{TriggerWords.Of(happened)} has no commit to release: it was deleted.");
        }

        return trigger is null or { Push: null, PullRequest: null } ? OwnBranch(source, happened) : happened switch
        {
            PullRequestChange pull => PullRequestFilters.Decide(name, trigger.PullRequest ?? [], pull),
            _ => PushFilters.Decide(name, trigger.Push ?? [], happened),
        };
    }

    private static TriggerDecision OwnBranch(WatchedSource source, RepositoryEvent happened)
    {
        var name = source.Action.Name;
        if (source.Action.Setting("DetectChanges") == "false")
        {
            return Not(name, "The source detects no changes (DetectChanges is 'false') and has no trigger.");
        }

        return happened is BranchPush push && push.Branch == source.Branch
            ? new(name, new(push.Commit!, push.Branch, Tag: null), $"{TriggerWords.Of(happened)} changed.")
            : Not(name, $"{TriggerWords.Of(happened)} is not the source's own branch{(source.Branch is null ? "" : $", '{source.Branch}'")}, and it has no trigger for others.");
    }

    private static TriggerDecision Not(string action, string why) => new(action, Release: null, why);
}
