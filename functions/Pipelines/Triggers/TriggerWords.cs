namespace Sluice.Pipelines.Triggers;

/// <summary>What happened, in words that begin a sentence.</summary>
internal static class TriggerWords
{
    public static string Of(RepositoryEvent happened) => happened switch
    {
        BranchPush push => $"The branch '{push.Branch}'",
        TagPush push => $"The tag '{push.Tag}'",
        PullRequestChange pull => $"The pull request {pull.Number} of '{pull.SourceBranch}' for '{pull.TargetBranch}'",
        _ => "What happened",
    };

    /// <summary>That one of several filters fits.</summary>
    public static string Filter(int place, int count, string kind) => count == 1 ? $"the {kind} filter" : $"{kind} filter {place + 1} of {count}";
}
