using Sluice.Deployments.ControlPlane.Configurations;
using Sluice.Deployments.Platforms;
using Sluice.Deployments.Strategies;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Groups.Rules;

/// <summary>Holds a group to its rules, and what it names to what is there.</summary>
public sealed class GroupCheck(ConfigurationStore configurations, ComputePlatforms platforms)
{
    /// <param name="before">As it is stored; null if it is new.</param>
    /// <param name="after">As it would be stored.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ApiException">All that is wrong.</exception>
    internal async Task CheckAsync(DeploymentGroup? before, DeploymentGroup after, CancellationToken cancellationToken)
    {
        var faults = GroupRules.Check(platforms, after);
        if (before?.Settings.DeploymentConfigName != after.Settings.DeploymentConfigName)
        {
            await CheckConfigurationAsync(after, faults, cancellationToken);
        }

        await platforms.Of(after.ComputePlatform).CheckTargetAsync(before, after, faults, cancellationToken);
        faults.Throw();
    }

    private async Task CheckConfigurationAsync(DeploymentGroup group, RequestFaults faults, CancellationToken cancellationToken)
    {
        var name = group.Settings.DeploymentConfigName!;
        DeploymentConfiguration configuration;
        try
        {
            configuration = await configurations.GetAsync(name, cancellationToken);
        }
        catch (ApiException e)
        {
            faults.Add(e.Code, e.Message.TrimEnd('.'));
            return;
        }

        faults.Require(
            platforms.Of(group.ComputePlatform).Takes(configuration),
            "InvalidDeploymentConfigNameException",
            $"deploymentConfigName: '{name}' is for {configuration.ComputePlatform?.ToString() ?? platforms.Shifting}, and the application's compute platform is {group.ComputePlatform}");
    }
}
