using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Screens;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Seeing;

/// <summary>Runs in words.</summary>
internal static class RunTexts
{
    private const int RevisionDigits = 12;

    public static bool IsGoing(PipelineExecutionSummary run) => run.Status is PipelineExecutionStatus.InProgress or PipelineExecutionStatus.Stopping;

    /// <summary>How long it has taken, or takes so far.</summary>
    public static string Took(PipelineExecutionSummary run, DateTimeOffset now) => run.StartTime is { } start ? Durations.Whole((IsGoing(run) ? now : run.LastUpdateTime ?? now) - start) : "";

    /// <summary>The revisions of its sources, with the first one's first line.</summary>
    public static string Revision(PipelineExecutionSummary run) =>
        string.Join(", ", run.SourceRevisions?.Select(revision => $"{ShortIds.Of(revision.RevisionId ?? "", RevisionDigits)} {revision.RevisionSummary?.Split('\n')[0]}".Trim()) ?? []);

    /// <summary>What started it, and who.</summary>
    public static string Trigger(PipelineExecutionSummary run) =>
        run.RollbackMetadata?.RollbackTargetPipelineExecutionId is { } target ? $"{run.Trigger?.TriggerType} to {ShortIds.Of(target)}"
        : run.Trigger?.TriggerDetail is { Length: > 0 } detail && !detail.StartsWith('{') ? $"{run.Trigger.TriggerType} ({LineLayout.ShortHashes(detail)})"
        : $"{run.Trigger?.TriggerType}";
}
