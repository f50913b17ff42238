using Sluice.Platform.Api;

namespace Sluice.Deployments.ControlPlane.Groups.Rules;

/// <summary>Waits and what becomes of the old side. Lambda has neither, and what is said of them there is kept and has no effect.</summary>
internal static class BlueGreenRules
{
    private const string Code = "InvalidBlueGreenDeploymentConfigurationException";
    private const string At = "blueGreenDeploymentConfiguration";
    private const int LongestTermination = 2880;

    public static void Check(DeploymentGroup group, RequestFaults faults)
    {
        var given = group.Settings.BlueGreenDeploymentConfiguration;
        var isEcs = group.ComputePlatform == ComputePlatform.ECS;
        CheckTermination(given?.TerminateBlueInstancesOnDeploymentSuccess, isEcs, faults);
        CheckReady(given?.DeploymentReadyOption, isEcs, faults);
        CheckFleet(given?.GreenFleetProvisioningOption, group, isEcs, faults);
        if (isEcs)
        {
            faults.Require(
                given?.TerminateBlueInstancesOnDeploymentSuccess is not null,
                Code,
                $"{At}.terminateBlueInstancesOnDeploymentSuccess: is required for the compute platform ECS");
            faults.Require(given?.DeploymentReadyOption is not null, Code, $"{At}.deploymentReadyOption: is required for the compute platform ECS");
        }
    }

    private static void CheckTermination(BlueInstanceTerminationOption? option, bool isEcs, RequestFaults faults)
    {
        const string at = $"{At}.terminateBlueInstancesOnDeploymentSuccess";
        faults.Require(
            option?.TerminationWaitTimeInMinutes is null or (>= 0 and <= LongestTermination),
            Code,
            $"{at}.terminationWaitTimeInMinutes: 0 to {LongestTermination} minutes were expected, not {option?.TerminationWaitTimeInMinutes}");
        faults.Require(
            !isEcs || option?.Action != InstanceAction.KEEP_ALIVE, Code, $"{at}.action: TERMINATE was expected for the compute platform ECS, whose original task set is always ended");
    }

    private static void CheckReady(DeploymentReadyOption? option, bool isEcs, RequestFaults faults)
    {
        const string at = $"{At}.deploymentReadyOption";
        var longest = isEcs ? 120 * 60 : 48 * 60;
        if (option?.ActionOnTimeout == DeploymentReadyAction.STOP_DEPLOYMENT)
        {
            faults.Require(
                option.WaitTimeInMinutes is >= 1 && option.WaitTimeInMinutes <= longest,
                Code,
                $"{at}.waitTimeInMinutes: 1 to {longest} minutes were expected for STOP_DEPLOYMENT, not {option.WaitTimeInMinutes?.ToString() ?? "nothing"}");
        }
        else
        {
            faults.Require(
                option?.WaitTimeInMinutes is null or 0,
                Code,
                $"{at}.waitTimeInMinutes: nothing was expected, since only STOP_DEPLOYMENT waits, not {option?.WaitTimeInMinutes}");
        }
    }

    private static void CheckFleet(GreenFleetProvisioningOption? option, DeploymentGroup group, bool isEcs, RequestFaults faults)
    {
        const string at = $"{At}.greenFleetProvisioningOption.action";
        if (option?.Action == GreenFleetProvisioningAction.COPY_AUTO_SCALING_GROUP)
        {
            faults.Require(!isEcs, Code, $"{at}: COPY_AUTO_SCALING_GROUP is for the compute platform Server only");
            faults.Require(
                isEcs || group.AutoScalingGroups.Count == 1, Code, $"{at}: COPY_AUTO_SCALING_GROUP needs exactly one Auto Scaling group, not {group.AutoScalingGroups.Count}");
        }
    }
}
