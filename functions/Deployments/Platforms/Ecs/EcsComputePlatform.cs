using Sluice.Deployments.AppSpecs;
using Sluice.Deployments.Platforms.Rules;
using Sluice.Deployments.Strategies;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>What users make for services. A group names one service and its pair of target groups.</summary>
internal sealed class EcsComputePlatform(IEcsServiceViews services, EcsControllers controllers) : IComputePlatform
{
    public ComputePlatform Name => ComputePlatform.ECS;

    public IAppSpecResource Resource => EcsResource.Instance;

    public IReadOnlyList<DeploymentConfiguration> Configurations { get; } = PredefinedConfigurations.For(ComputePlatform.ECS, "CodeDeployDefault.ECS");

    public string DefaultConfiguration => "CodeDeployDefault.ECSAllAtOnce";

    public void Check(DeploymentConfiguration configuration, RequestFaults faults) => RoutingRules.Check(configuration, faults);

    public void Check(DeploymentGroup group, RequestFaults faults)
    {
        StyleRules.Check(group, faults);
        NoInstanceRules.Check(group, faults);
        EcsGroupRules.Check(group.Settings, faults);
        EcsBlueGreenRules.Check(group.Settings.BlueGreenDeploymentConfiguration, faults);
    }

    public async Task CheckTargetAsync(DeploymentGroup? before, DeploymentGroup after, RequestFaults faults, CancellationToken cancellationToken)
    {
        if (after.Settings.EcsServices is not [{ ServiceName: not null } service] || before?.Settings.EcsServices?[0] == service)
        {
            return;
        }

        try
        {
            Check(service, await services.FindAsync(service, cancellationToken), faults);
        }
        catch (ApiException e)
        {
            faults.Add(e.Code, e.Message.TrimEnd('.'));
        }
    }

    private void Check(ECSService service, EcsServiceView? view, RequestFaults faults)
    {
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
