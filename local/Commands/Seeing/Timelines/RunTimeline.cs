namespace Sluice.Local.Commands.Seeing.Timelines;

/// <summary>Where the time of a run went; what <c>history --timeline --json</c> prints. Times are ISO 8601, lengths are seconds.</summary>
/// <param name="PipelineName">Its pipeline.</param>
/// <param name="PipelineExecutionId">The run.</param>
/// <param name="Status">How it ended, or that it goes on.</param>
/// <param name="StartTime">When it was started.</param>
/// <param name="EndTime">When it ended; now for one that goes on.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Shares">What with, all stages together.</param>
/// <param name="Stages">In the order in which it came to them.</param>
internal sealed record RunTimeline(
    string PipelineName, string PipelineExecutionId, string? Status, DateTimeOffset StartTime, DateTimeOffset EndTime, decimal Seconds, TimelineShares Shares, IReadOnlyList<StageTimeline> Stages);
