using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Groups;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Groups;

/// <summary>Lists the names of an application's groups, in their order.</summary>
internal sealed class ListDeploymentGroups(ApplicationStore applications, GroupStore groups) : IOperation<ListDeploymentGroupsInput, ListDeploymentGroupsOutput>
{
    /// <inheritdoc/>
    public async Task<ListDeploymentGroupsOutput> RunAsync(ListDeploymentGroupsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var application = await applications.GetAsync(input.ApplicationName, cancellationToken);
        var (names, token) = await groups.ListAsync(application.ApplicationId, input.NextToken, cancellationToken);
        return new ListDeploymentGroupsOutput { ApplicationName = application.ApplicationName, DeploymentGroups = names, NextToken = token };
    }
}
