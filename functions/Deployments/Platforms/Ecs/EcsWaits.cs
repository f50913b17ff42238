namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>How long a deployment to ECS waits for people and for health.</summary>
/// <param name="ReadySeconds">
/// <c>deploymentReadyOption</c>: null goes on at once (CONTINUE_DEPLOYMENT); a number waits so long for ContinueDeployment and then ends as Stopped (STOP_DEPLOYMENT).
/// </param>
/// <param name="EndsOriginal">Whether the original task set is ended (TERMINATE) or kept (KEEP_ALIVE).</param>
/// <param name="TerminationSeconds">How long the original task set is kept after all traffic is moved, 0 to 2,880 minutes.</param>
/// <param name="SteadySeconds">How long the replacement may take to be steady and healthy.</param>
internal sealed record EcsWaits(int? ReadySeconds, bool EndsOriginal, int TerminationSeconds, int SteadySeconds)
{
    /// <summary>CodeDeploy's own limit for the replacement to become healthy: an hour.</summary>
    public const int DefaultSteadySeconds = 3600;

    private const int Minute = 60;

    /// <summary>As a group says it, in minutes.</summary>
    internal static EcsWaits Of(BlueGreenDeploymentConfiguration? group)
    {
        var ready = group?.DeploymentReadyOption;
        var original = group?.TerminateBlueInstancesOnDeploymentSuccess;
        return new EcsWaits(
            ready?.ActionOnTimeout == DeploymentReadyAction.STOP_DEPLOYMENT ? (ready.WaitTimeInMinutes ?? 0) * Minute : null,
            original?.Action != InstanceAction.KEEP_ALIVE,
            (original?.TerminationWaitTimeInMinutes ?? 0) * Minute,
            DefaultSteadySeconds);
    }
}
