using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Deployments;
using Sluice.Deployments.ControlPlane.Groups;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Deployments;

/// <summary>Lists the ids of deployments, newest first.</summary>
public sealed class ListDeployments(ApplicationStore applications, GroupStore groups, DeploymentListing listing)
    : IOperation<ListDeploymentsInput, ListDeploymentsOutput>
{
    /// <inheritdoc/>
    /// <exception cref="ApiException">
    /// <c>ApplicationNameRequiredException</c>, <c>DeploymentGroupNameRequiredException</c>, <c>ApplicationDoesNotExistException</c>,
    /// <c>DeploymentGroupDoesNotExistException</c>, <c>InvalidTimeRangeException</c>, <c>InvalidNextTokenException</c>.
    /// </exception>
    public async Task<ListDeploymentsOutput> RunAsync(ListDeploymentsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        CheckRange(input.CreateTimeRange);
        var group = await GroupIdAsync(input, cancellationToken);
        var asked = new ListingQuery(group, input.ExternalId, input.IncludeOnlyStatuses, input.CreateTimeRange?.Start, input.CreateTimeRange?.End, input.NextToken);
        var (ids, next) = await listing.ListAsync(asked, cancellationToken);
        return new ListDeploymentsOutput { Deployments = ids, NextToken = next };
    }

    private async Task<string?> GroupIdAsync(ListDeploymentsInput input, CancellationToken cancellationToken)
    {
        switch (input.ApplicationName, input.DeploymentGroupName)
        {
            case (null, null):
                return null;
            case (null, _):
                throw new ApiException("ApplicationNameRequiredException", "A deployment group is named without its application; expected both or neither.");
            case (_, null):
                throw new ApiException("DeploymentGroupNameRequiredException", "An application is named without a deployment group; expected both or neither.");
            default:
                var application = await applications.GetAsync(input.ApplicationName, cancellationToken);
                return (await groups.GetAsync(GroupName.In(application, input.DeploymentGroupName), cancellationToken)).DeploymentGroupId;
        }
    }

    private static void CheckRange(TimeRange? range)
    {
        if (range is { Start: { } start, End: { } end } && start > end)
        {
            throw new ApiException("InvalidTimeRangeException", $"The range ends ({end:u}) before it starts ({start:u}).");
        }
    }
}
