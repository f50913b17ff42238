using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Executions;

/// <summary>Lists how the conditions of stages were judged, the newest first.</summary>
public sealed class ListRuleExecutions : IOperation<ListRuleExecutionsInput, ListRuleExecutionsOutput>
{
    private readonly PipelineCatalog _pipelines;
    private readonly RuleHistory _history;

    internal ListRuleExecutions(PipelineCatalog pipelines, RuleHistory history) => (_pipelines, _history) = (pipelines, history);

    /// <inheritdoc/>
    public async Task<ListRuleExecutionsOutput> RunAsync(ListRuleExecutionsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await _pipelines.GetAsync(input.PipelineName, cancellationToken);
        var (page, next) = await _history.ReadAsync(input.PipelineName, HistoryFilter.Of(input.Filter), input.NextToken, input.MaxResults, cancellationToken);
        return new ListRuleExecutionsOutput { RuleExecutionDetails = page, NextToken = next };
    }
}
