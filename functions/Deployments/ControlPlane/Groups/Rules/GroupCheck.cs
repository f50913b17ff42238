using Sluice.Deployments.ControlPlane.Configurations;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Groups.Rules;

/// <summary>Holds a group to its rules, and what it names to what is there.</summary>
public sealed class GroupCheck(ConfigurationStore configurations, IEcsServiceViews services, EcsControllers controllers)
{
    /// <param name="before">As it is stored; null if it is new.</param>
    /// <param name="after">As it would be stored.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ApiException">All that is wrong.</exception>
    internal async Task CheckAsync(DeploymentGroup? before, DeploymentGroup after, CancellationToken cancellationToken)
    {
        var faults = GroupRules.Check(after);
        if (before?.Settings.DeploymentConfigName != after.Settings.DeploymentConfigName)
        {
            await CheckConfigurationAsync(after, faults, cancellationToken);
        }

        if (after.Settings.EcsServices is [{ ServiceName: not null } service] && before?.Settings.EcsServices?[0] != service)
        {
            await CheckServiceAsync(service, faults, cancellationToken);
        }

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
            configuration.IsFor(group.ComputePlatform),
            "InvalidDeploymentConfigNameException",
            $"deploymentConfigName: '{name}' is for {configuration.ComputePlatform?.ToString() ?? "Lambda and ECS"}, and the application's compute platform is {group.ComputePlatform}");
    }

    private async Task CheckServiceAsync(ECSService service, RequestFaults faults, CancellationToken cancellationToken)
    {
        EcsServiceView? view;
        try
        {
            view = await services.FindAsync(service, cancellationToken);
        }
        catch (ApiException e)
        {
            faults.Add(e.Code, e.Message.TrimEnd('.'));
            return;
        }

        if (view is not { } found)
        {
            return;
        }

        const string code = "InvalidECSServiceException";
        faults.Require(found.Exists, code, $"ecsServices[0]: the cluster '{service.ClusterName}' has no active service named '{service.ServiceName}'");
        faults.Require(
            !found.Exists || controllers.Takes(found.DeploymentController),
            code,
            $"ecsServices[0]: the deployment controller of '{service.ServiceName}' is {found.DeploymentController ?? "ECS"}; {controllers.Expected} was expected, since task sets can be made in such services only");
    }
}
