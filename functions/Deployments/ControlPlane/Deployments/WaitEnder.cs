using Sluice.Deployments.Runs;
using Sluice.Platform.StateMachines;

namespace Sluice.Deployments.ControlPlane.Deployments;

/// <summary>Ends a wait by hand. Again, it wakes again: the first caller may have died between the two.</summary>
public sealed class WaitEnder(DeploymentStore store, IStateMachines machines, TimeProvider time)
{
    /// <exception cref="DeploymentDoesNotExistException">There is no such deployment.</exception>
    /// <exception cref="DeploymentAlreadyCompletedException">It has ended.</exception>
    internal async Task EndAsync(string deploymentId, IReadOnlyCollection<WaitKind> kinds, string expected, CancellationToken cancellationToken)
    {
        var (_, parked) = await store.DecideAsync(deploymentId, record => ContinueDecision.Decide(record, kinds, expected, time.GetUtcNow()), cancellationToken);
        await machines.SucceedTaskAsync(parked.Token, null, cancellationToken);
    }
}
