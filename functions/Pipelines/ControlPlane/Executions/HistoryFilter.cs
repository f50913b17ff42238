using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>Of which run a history is wanted.</summary>
/// <param name="PipelineExecutionId">The run; null for all.</param>
/// <param name="IsLatest">Whether only what counts is wanted: not what a retry has put aside.</param>
internal sealed record HistoryFilter(string? PipelineExecutionId, bool IsLatest)
{
    /// <exception cref="Platform.Protocol.ApiException">Two runs are named.</exception>
    public static HistoryFilter Of(ActionExecutionFilter? filter) => Of(filter?.PipelineExecutionId, filter?.LatestInPipelineExecution);

    /// <exception cref="Platform.Protocol.ApiException">Two runs are named.</exception>
    public static HistoryFilter Of(RuleExecutionFilter? filter) => Of(filter?.PipelineExecutionId, filter?.LatestInPipelineExecution);

    private static HistoryFilter Of(string? run, LatestInPipelineExecutionFilter? latest) => run is not null && latest is not null
        ? throw InvalidRequest.Of("One of pipelineExecutionId and latestInPipelineExecution was expected in the filter, not both.")
        : new(run ?? latest?.PipelineExecutionId, latest?.StartTimeRange == StartTimeRange.Latest);
}
