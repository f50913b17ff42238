using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Executions;

/// <summary>Lists what was done for the runs of a pipeline, the newest first.</summary>
public sealed class ListActionExecutions : IOperation<ListActionExecutionsInput, ListActionExecutionsOutput>
{
    private readonly PipelineCatalog _pipelines;
    private readonly ActionHistory _history;

    internal ListActionExecutions(PipelineCatalog pipelines, ActionHistory history) => (_pipelines, _history) = (pipelines, history);

    /// <inheritdoc/>
    public async Task<ListActionExecutionsOutput> RunAsync(ListActionExecutionsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await _pipelines.GetAsync(input.PipelineName, cancellationToken);
        var (page, next) = await _history.ReadAsync(input.PipelineName, HistoryFilter.Of(input.Filter), input.NextToken, input.MaxResults, cancellationToken);
        return new ListActionExecutionsOutput { ActionExecutionDetails = page, NextToken = next };
    }
}
