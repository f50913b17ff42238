namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>How long a deployment to ECS waits for people and for health.</summary>
/// <param name="ReadySeconds">
/// <c>deploymentReadyOption</c>: null goes on at once (CONTINUE_DEPLOYMENT); a number waits so long for ContinueDeployment and then ends as Stopped (STOP_DEPLOYMENT).
/// </param>
/// <param name="EndsOriginal">Whether the original task set is ended (TERMINATE) or kept (KEEP_ALIVE).</param>
/// <param name="TerminationSeconds">How long the original task set is kept after all traffic is moved, 0 to 2,880 minutes.</param>
/// <param name="SteadySeconds">How long the replacement may take to be steady and healthy.</param>
public sealed record EcsWaits(int? ReadySeconds, bool EndsOriginal, int TerminationSeconds, int SteadySeconds)
{
    /// <summary>CodeDeploy's own limit for the replacement to become healthy: an hour.</summary>
    public const int DefaultSteadySeconds = 3600;
}
