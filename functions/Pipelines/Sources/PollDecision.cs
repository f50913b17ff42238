using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Sources;

/// <summary>Whether what was seen of a pipeline's sources starts a run, and why.</summary>
internal static class PollDecision
{
    /// <summary>A change of any source does, whatever was released before: who moves a branch back wants that released. Null if nothing changed, or not all of them can be read.</summary>
    /// <param name="seen">The sources.</param>
    /// <param name="told">What told of a change; null if a schedule asked.</param>
    public static ExecutionTrigger? Change(IReadOnlyList<SourceSight> seen, ExecutionTrigger? told = null) =>
        seen.Count == 0 || seen.Any(sight => sight.Revision is null) || !seen.Any(sight => sight.IsNews) ? null
        : seen.All(sight => sight.Before?.CommitId is null) ? new ExecutionTrigger { TriggerType = TriggerType.CreatePipeline, TriggerDetail = Why(seen) }
        : told ?? new ExecutionTrigger { TriggerType = TriggerType.PollForSourceChanges, TriggerDetail = Why(seen) };

    /// <summary>What tries again a run that failed for its source.</summary>
    public static ExecutionTrigger Retry(IReadOnlyList<SourceSight> seen, PipelineRun failed) =>
        new() { TriggerType = TriggerType.PollForSourceChanges, TriggerDetail = $"{Heads(seen)}, once more: the run {failed.PipelineExecutionId} failed for its source" };

    private static string Why(IReadOnlyList<SourceSight> seen) => seen.Select(sight => sight.Triggered).FirstOrDefault(why => why is not null) ?? Heads(seen);

    private static string Heads(IReadOnlyList<SourceSight> seen)
    {
        var heads = string.Join(", ", seen.Select(sight => $"{sight.Revision!.Branch} {sight.Revision.RevisionId}"));
        return heads.Length <= Longest ? heads : heads[..Longest];
    }

    /// <summary>A trigger's detail has 1,024 characters.</summary>
    private const int Longest = 900;
}
