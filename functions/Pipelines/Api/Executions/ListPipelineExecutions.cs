using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.ControlPlane;
using Sluice.Pipelines.Model;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Executions;

/// <summary>Lists the runs of a pipeline, the newest first.</summary>
public sealed class ListPipelineExecutions : IOperation<ListPipelineExecutionsInput, ListPipelineExecutionsOutput>
{
    private readonly PipelineCatalog _pipelines;
    private readonly RunPages _pages;

    internal ListPipelineExecutions(PipelineCatalog pipelines, RunPages pages) => (_pipelines, _pages) = (pipelines, pages);

    /// <inheritdoc/>
    public async Task<ListPipelineExecutionsOutput> RunAsync(ListPipelineExecutionsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await _pipelines.GetAsync(input.PipelineName, cancellationToken);
        var (runs, next) = await _pages.ReadAsync(input.PipelineName, input.NextToken, input.MaxResults, run => Enumerable.Repeat(run, Fits(run, input.Filter) ? 1 : 0), cancellationToken);
        return new ListPipelineExecutionsOutput { PipelineExecutionSummaries = [.. runs.Select(ExecutionShapes.Summary)], NextToken = next };
    }

    private static bool Fits(PipelineRun run, PipelineExecutionFilter? filter) =>
        filter?.SucceededInStage?.StageName is not { } stage || run.FindStage(stage) is { Status: StageExecutionStatus.Succeeded };
}
