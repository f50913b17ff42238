using Sluice.Deployments.Shapes;
using Sluice.Local.Commands.Clients;

namespace Sluice.Local.Commands.Steering;

/// <summary>The wait of a deployment that somebody can end.</summary>
internal static class DeploymentWait
{
    public static bool IsWaiting(DeploymentInfo deployment) => deployment.Status == DeploymentStatus.Ready || EndsOriginal(deployment);

    /// <summary>Has it go on.</summary>
    public static async Task<int> EndAsync(Talk talk, DeploymentInfo deployment, CancellationToken stop)
    {
        var input = new ContinueDeploymentInput
        {
            DeploymentId = deployment.DeploymentId!,
            DeploymentWaitType = EndsOriginal(deployment) ? DeploymentWaitType.TERMINATION_WAIT : DeploymentWaitType.READY_WAIT,
        };
        await talk.Suite.TellAsync(input, stop);
        return await talk.TellAsync(input, $"{deployment.DeploymentId} goes on{(EndsOriginal(deployment) ? ": the original is ended" : "")}");
    }

    private static bool EndsOriginal(DeploymentInfo deployment) => deployment is { InstanceTerminationWaitTimeStarted: true, CompleteTime: null };
}
