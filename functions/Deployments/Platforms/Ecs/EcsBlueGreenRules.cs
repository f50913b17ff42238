using Sluice.Platform.Api;
using static Sluice.Deployments.Platforms.Rules.BlueGreenRules;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>How a group of a service waits, and that its original task set is ended.</summary>
internal static class EcsBlueGreenRules
{
    private const int LongestReady = 120 * 60;

    public static void Check(BlueGreenDeploymentConfiguration? given, RequestFaults faults)
    {
        var termination = given?.TerminateBlueInstancesOnDeploymentSuccess;
        CheckTermination(termination, faults);
        faults.Require(
            termination?.Action != InstanceAction.KEEP_ALIVE,
            Code,
            $"{At}.terminateBlueInstancesOnDeploymentSuccess.action: TERMINATE was expected for the compute platform ECS, whose original task set is always ended");
        CheckReady(given?.DeploymentReadyOption, LongestReady, faults);
        faults.Require(
            given?.GreenFleetProvisioningOption?.Action != GreenFleetProvisioningAction.COPY_AUTO_SCALING_GROUP,
            Code,
            $"{At}.greenFleetProvisioningOption.action: COPY_AUTO_SCALING_GROUP is for the compute platform Server only");
        faults.Require(termination is not null, Code, $"{At}.terminateBlueInstancesOnDeploymentSuccess: is required for the compute platform ECS");
        faults.Require(given?.DeploymentReadyOption is not null, Code, $"{At}.deploymentReadyOption: is required for the compute platform ECS");
    }
}
