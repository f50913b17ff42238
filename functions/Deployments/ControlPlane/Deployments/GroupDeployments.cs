using Sluice.Deployments.AppSpecs;
using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Configurations;
using Sluice.Deployments.ControlPlane.Groups;
using Sluice.Deployments.Platforms;
using Sluice.Deployments.Revisions;
using Sluice.Deployments.Strategies;
using Sluice.Platform.Actions;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Deployments;

/// <summary>Deploys to groups, whoever asks for it.</summary>
public sealed class GroupDeployments(ApplicationStore applications, GroupStore groups, ConfigurationStore configurations, ComputePlatforms platforms, DeploymentStarter starter)
{
    /// <exception cref="ApiException"><c>ApplicationDoesNotExistException</c>, <c>DeploymentGroupDoesNotExistException</c> and the like.</exception>
    internal async Task<(Application Application, DeploymentGroup Group)> FindAsync(string applicationName, string? groupName, CancellationToken cancellationToken)
    {
        var application = await applications.GetAsync(applicationName, cancellationToken);
        var name = groupName is { Length: > 0 } given ? given
            : throw new ApiException("DeploymentGroupNameRequiredException", "The request names no deployment group: deploymentGroupName is required.");
        return (application, await groups.GetAsync(GroupName.In(application, name), cancellationToken));
    }

    /// <exception cref="ApiException">There is none of the name, or it is for another platform.</exception>
    internal async Task<DeploymentConfiguration> ConfigurationAsync(string? asked, DeploymentGroup group, CancellationToken cancellationToken)
    {
        var platform = platforms.Of(group.ComputePlatform);
        var name = asked ?? group.Settings.DeploymentConfigName ?? platform.DefaultConfiguration;
        var configuration = await configurations.GetAsync(name, cancellationToken);
        return platform.Takes(configuration)
            ? configuration
            : throw RequestErrors.InvalidConfiguration(
                $"The deployment configuration '{name}' is for the compute platform {configuration.ComputePlatform}, and the group is for {group.ComputePlatform}.");
    }

    /// <exception cref="ApiException"><c>NotImplementedException</c> for a group of servers.</exception>
    internal void CheckPlatform(DeploymentGroup group)
    {
        if (platforms.Of(group.ComputePlatform).Obstacle(group.DeploymentGroupName) is { } obstacle)
        {
            throw obstacle;
        }
    }

    /// <param name="application">Whose the group is.</param>
    /// <param name="group">Which group.</param>
    /// <param name="configuration">How traffic is moved, unless the appspec says otherwise.</param>
    /// <param name="revision">What is deployed.</param>
    /// <param name="spec">Its appspec.</param>
    /// <param name="options">What else is asked for.</param>
    /// <param name="action">The pipeline's action that asks; null if none does.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The deployment's id, and whether it is a new one: an action is one deployment.</returns>
    /// <exception cref="ApiException">An error of <c>CreateDeployment</c>'s model.</exception>
    internal Task<(string DeploymentId, bool IsNew)> StartAsync(
        Application application,
        DeploymentGroup group,
        DeploymentConfiguration configuration,
        RevisionLocation revision,
        AppSpec spec,
        RequestOptions options,
        ActionRequest? action,
        CancellationToken cancellationToken) => starter.StartAsync(
            group, RequestedPlan.Of(spec, group, configuration, options), Request(application, group, configuration, revision, options), revision, action, cancellationToken);

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
