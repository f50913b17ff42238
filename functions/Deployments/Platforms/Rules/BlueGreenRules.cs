using Sluice.Platform.Api;

namespace Sluice.Deployments.Platforms.Rules;

/// <summary>Waits and what becomes of the old side, as far as platforms share them. Lambda has neither, and what is said of them there is kept and has no effect.</summary>
internal static class BlueGreenRules
{
    public const string Code = "InvalidBlueGreenDeploymentConfigurationException";
    public const string At = "blueGreenDeploymentConfiguration";
    private const int LongestTermination = 2880;
    private const int LongestReady = 48 * 60;

    /// <summary>Where nothing but these rules holds.</summary>
    public static void Check(DeploymentGroup group, RequestFaults faults)
    {
        var given = group.Settings.BlueGreenDeploymentConfiguration;
        CheckTermination(given?.TerminateBlueInstancesOnDeploymentSuccess, faults);
        CheckReady(given?.DeploymentReadyOption, LongestReady, faults);
        faults.Require(
            given?.GreenFleetProvisioningOption?.Action != GreenFleetProvisioningAction.COPY_AUTO_SCALING_GROUP || group.AutoScalingGroups.Count == 1,
            Code,
            $"{At}.greenFleetProvisioningOption.action: COPY_AUTO_SCALING_GROUP needs exactly one Auto Scaling group, not {group.AutoScalingGroups.Count}");
    }

    public static void CheckTermination(BlueInstanceTerminationOption? option, RequestFaults faults) => faults.Require(
        option?.TerminationWaitTimeInMinutes is null or (>= 0 and <= LongestTermination),
        Code,
        $"{At}.terminateBlueInstancesOnDeploymentSuccess.terminationWaitTimeInMinutes: 0 to {LongestTermination} minutes were expected, not {option?.TerminationWaitTimeInMinutes}");

    /// <param name="option">What is said.</param>
    /// <param name="longest">How many minutes a deployment may wait at most.</param>
    /// <param name="faults">Where what is wrong is noted.</param>
    public static void CheckReady(DeploymentReadyOption? option, int longest, RequestFaults faults)
    {
        const string at = $"{At}.deploymentReadyOption.waitTimeInMinutes";
        if (option?.ActionOnTimeout == DeploymentReadyAction.STOP_DEPLOYMENT)
        {
            faults.Require(
                option.WaitTimeInMinutes is >= 1 && option.WaitTimeInMinutes <= longest,
                Code,
                $"{at}: 1 to {longest} minutes were expected for STOP_DEPLOYMENT, not {option.WaitTimeInMinutes?.ToString() ?? "nothing"}");
        }
        else
        {
            faults.Require(
                option?.WaitTimeInMinutes is null or 0, Code, $"{at}: nothing was expected, since only STOP_DEPLOYMENT waits, not {option?.WaitTimeInMinutes}");
        }
    }
}
