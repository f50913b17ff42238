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
public sealed class CreateDeployment(
    ApplicationStore applications,
    GroupStore groups,
    ConfigurationStore configurations,
    GroupActivities activities,
    ComputePlatforms platforms,
    RevisionReader revisions,
    DeploymentStarter starter)
    : IOperation<CreateDeploymentInput, CreateDeploymentOutput>
{
    /// <inheritdoc/>
    /// <exception cref="ApiException">An error of the operation's model; <c>NotImplementedException</c> for a group of servers.</exception>
    public async Task<CreateDeploymentOutput> RunAsync(CreateDeploymentInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var application = await applications.GetAsync(input.ApplicationName, cancellationToken);
        var groupName = input.DeploymentGroupName is { Length: > 0 } name ? name
            : throw new ApiException("DeploymentGroupNameRequiredException", "The request names no deployment group: deploymentGroupName is required.");
        var group = await groups.GetAsync(GroupName.In(application, groupName), cancellationToken);
        var platform = platforms.Of(application.ComputePlatform);
        RequestRules.Check(input, platform);
        var configuration = await ConfigurationAsync(input, group, platform, cancellationToken);
        var location = input.Revision ?? await TargetRevisionAsync(input, group, cancellationToken);
        if (platform.Obstacle(groupName) is { } obstacle)
        {
            throw obstacle;
        }

        var (revision, spec) = await revisions.ReadAsync(application, location, cancellationToken);
        var plan = RequestedPlan.Of(spec, group, configuration, input.Options());
        var request = Request(application, group, configuration, revision, input.Options());
        return new CreateDeploymentOutput { DeploymentId = await starter.StartAsync(group, plan, request, revision, cancellationToken) };
    }

    private async Task<DeploymentConfiguration> ConfigurationAsync(CreateDeploymentInput input, DeploymentGroup group, IComputePlatform platform, CancellationToken cancellationToken)
    {
        var name = input.DeploymentConfigName ?? group.Settings.DeploymentConfigName ?? platform.DefaultConfiguration;
        var configuration = await configurations.GetAsync(name, cancellationToken);
        return platform.Takes(configuration)
            ? configuration
            : throw RequestErrors.InvalidConfiguration(
                $"The deployment configuration '{name}' is for the compute platform {configuration.ComputePlatform}, and the group is for {group.ComputePlatform}.");
    }

    private async Task<RevisionLocation> TargetRevisionAsync(CreateDeploymentInput input, DeploymentGroup group, CancellationToken cancellationToken) =>
        input.UpdateOutdatedInstancesOnly is not true ? throw RequestErrors.RevisionRequired()
        : (await activities.ReadAsync(group.DeploymentGroupId, cancellationToken)).TargetRevision
        ?? throw RequestErrors.RevisionDoesNotExist($"The deployment group '{group.DeploymentGroupName}' has no target revision yet: none of its deployments succeeded.");

    private static DeploymentRequest Request(
        Application application, DeploymentGroup group, DeploymentConfiguration configuration, RevisionLocation revision, RequestOptions options) => new(
        application.ApplicationId,
        application.ApplicationName,
        group.DeploymentGroupId,
        group.DeploymentGroupName,
        group.ComputePlatform,
        configuration.DeploymentConfigName,
        RevisionUse.WithoutText(revision),
        DeploymentRequest.User)
        {
            Options = options,
            Group = new GroupTerms
            {
                AutoRollbackConfiguration = group.Settings.AutoRollbackConfiguration,
                DeploymentStyle = group.Settings.DeploymentStyle,
                BlueGreenDeploymentConfiguration = group.Settings.BlueGreenDeploymentConfiguration,
                LoadBalancerInfo = group.Settings.LoadBalancerInfo,
            },
        };
}
