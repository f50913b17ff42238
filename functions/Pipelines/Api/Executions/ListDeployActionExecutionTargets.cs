using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Executions;

/// <summary>Lists what a deploy action deploys to.</summary>
public sealed class ListDeployActionExecutionTargets : IOperation<ListDeployActionExecutionTargetsInput, ListDeployActionExecutionTargetsOutput>
{
    private readonly DeployTargets _targets;

    internal ListDeployActionExecutionTargets(DeployTargets targets) => _targets = targets;

    /// <inheritdoc/>
    public async Task<ListDeployActionExecutionTargetsOutput> RunAsync(ListDeployActionExecutionTargetsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var wanted = (input.Filters ?? []).SelectMany(filter => filter.Values ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var all = await _targets.OfAsync(input.PipelineName, input.ActionExecutionId, cancellationToken);
        var (page, next) = ListPages.Of([.. all.Where(target => wanted.Count == 0 || wanted.Contains(target.Status!))], $"{input.ActionExecutionId}/{string.Join(',', wanted)}", input.NextToken, input.MaxResults);
        return new ListDeployActionExecutionTargetsOutput { Targets = page, NextToken = next };
    }
}
