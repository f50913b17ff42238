using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Configurations;
using Sluice.Deployments.ControlPlane.Deployments;
using Sluice.Deployments.ControlPlane.Groups;
using Sluice.Deployments.Platforms;
using Sluice.Deployments.Revisions;
using Sluice.Deployments.Runs;
using Sluice.Deployments.Strategies;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Deployments;

/// <summary>Deploys a revision to a group. What is asked for is checked whole; then the record and the request to start it are one transaction.</summary>
public sealed class CreateDeployment(GroupDeployments deployments, GroupActivities activities, ComputePlatforms platforms, RevisionReader revisions)
    : IOperation<CreateDeploymentInput, CreateDeploymentOutput>
{
    /// <inheritdoc/>
    /// <exception cref="ApiException">An error of the operation's model; <c>NotImplementedException</c> for a group of servers.</exception>
    public async Task<CreateDeploymentOutput> RunAsync(CreateDeploymentInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var (application, group) = await deployments.FindAsync(input.ApplicationName, input.DeploymentGroupName, cancellationToken);
        RequestRules.Check(input, platforms.Of(application.ComputePlatform));
        var configuration = await deployments.ConfigurationAsync(input.DeploymentConfigName, group, cancellationToken);
        var location = input.Revision ?? await TargetRevisionAsync(input, group, cancellationToken);
        deployments.CheckPlatform(group);
        var (revision, spec) = await revisions.ReadAsync(application, location, cancellationToken);
        var (deploymentId, _) = await deployments.StartAsync(application, group, configuration, revision, spec, input.Options(), action: null, cancellationToken);
        return new CreateDeploymentOutput { DeploymentId = deploymentId };
    }

    private async Task<RevisionLocation> TargetRevisionAsync(CreateDeploymentInput input, DeploymentGroup group, CancellationToken cancellationToken) =>
        input.UpdateOutdatedInstancesOnly is not true ? throw RequestErrors.RevisionRequired()
        : (await activities.ReadAsync(group.DeploymentGroupId, cancellationToken)).TargetRevision
        ?? throw RequestErrors.RevisionDoesNotExist($"The deployment group '{group.DeploymentGroupName}' has no target revision yet: none of its deployments succeeded.");
}
