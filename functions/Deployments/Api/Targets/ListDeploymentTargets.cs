using Sluice.Deployments.Targets;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Targets;

/// <summary>Lists the ids of a deployment's targets.</summary>
public sealed class ListDeploymentTargets(TargetReader deployments) : IOperation<ListDeploymentTargetsInput, ListDeploymentTargetsOutput>
{
    private const string StatusFilter = "TargetStatus";
    private const string LabelFilter = "ServerInstanceLabel";

    /// <inheritdoc/>
    /// <exception cref="ApiException">
    /// <c>DeploymentNotStartedException</c>, <c>InvalidNextTokenException</c>, <c>InvalidTargetFilterNameException</c>, <c>InvalidInstanceStatusException</c>,
    /// <c>InvalidDeploymentInstanceTypeException</c>, <c>InvalidDeploymentIdException</c>.
    /// </exception>
    /// <exception cref="DeploymentDoesNotExistException">There is no such deployment.</exception>
    public async Task<ListDeploymentTargetsOutput> RunAsync(ListDeploymentTargetsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var filters = input.TargetFilters ?? new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        Check(filters);
        var record = await deployments.StartedAsync(input.DeploymentId, cancellationToken);
        if (input.NextToken is not null)
        {
            throw TargetErrors.InvalidNextToken();
        }

        var isAsked = (!filters.TryGetValue(StatusFilter, out var statuses) || statuses.Contains(TargetStatuses.Of(record).ToString(), StringComparer.Ordinal))
            && !filters.ContainsKey(LabelFilter);
        return new ListDeploymentTargetsOutput { TargetIds = isAsked ? [record.Plan.Target.TargetId()] : [] };
    }

    private static void Check(IReadOnlyDictionary<string, IReadOnlyList<string>> filters)
    {
        if (filters.Keys.FirstOrDefault(name => name is not (StatusFilter or LabelFilter)) is { } unknown)
        {
            throw new ApiException("InvalidTargetFilterNameException", $"'{unknown}' is no filter; expected {StatusFilter} or {LabelFilter}.");
        }

        TargetFilters.CheckStatuses(filters.GetValueOrDefault(StatusFilter));
        TargetFilters.CheckLabels(filters.GetValueOrDefault(LabelFilter), "InvalidDeploymentInstanceTypeException");
    }
}
