using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Groups;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Groups;

/// <summary>Tells of up to a hundred groups of an application. Those that are not there are named in the answer's error message.</summary>
public sealed class BatchGetDeploymentGroups(ApplicationStore applications, GroupStore groups, GroupInfos infos)
    : IOperation<BatchGetDeploymentGroupsInput, BatchGetDeploymentGroupsOutput>
{
    /// <inheritdoc/>
    public async Task<BatchGetDeploymentGroupsOutput> RunAsync(BatchGetDeploymentGroupsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var names = Batches.Check(input.DeploymentGroupNames, Batch.MostNames, "DeploymentGroupNameRequiredException", Batch.Exceeded);
        var application = await applications.GetAsync(input.ApplicationName, cancellationToken);
        var (found, missing) = await Batches.ReadAsync(names, name => groups.FindAsync(GroupName.In(application, name), cancellationToken));
        var answers = await Task.WhenAll(found.Select(group => infos.OfAsync(application, group, cancellationToken)));
        return new BatchGetDeploymentGroupsOutput
        {
            DeploymentGroupsInfo = answers,
            ErrorMessage = missing.Count == 0 ? null : $"No deployment groups are named {string.Join(", ", missing)}.",
        };
    }
}
