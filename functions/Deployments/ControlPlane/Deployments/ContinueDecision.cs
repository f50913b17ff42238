using Sluice.Deployments.Runs;

namespace Sluice.Deployments.ControlPlane.Deployments;

/// <summary>The decision to end a wait by hand. It is recorded before the task is woken, so that it is not lost with its caller.</summary>
internal static class ContinueDecision
{
    /// <param name="record">The deployment.</param>
    /// <param name="kinds">The waits that are to be ended, whichever it is.</param>
    /// <param name="expected">For people: what was to be ended.</param>
    /// <param name="now">The time.</param>
    public static Decision<Deployment, ParkedWait> Decide(Deployment record, IReadOnlyCollection<WaitKind> kinds, string expected, DateTimeOffset now)
    {
        if (record.IsEnded)
        {
            return Refusal.Of<ParkedWait>(record, new DeploymentAlreadyCompletedException(record.DeploymentId, record.Outcome));
        }

        if (record.Stop is not null || record.Parked is not { } parked || parked.Step != record.Step || parked.Attempt != record.Attempt || !kinds.Contains(parked.Kind))
        {
            return Refusal.Of<ParkedWait>(record, DeploymentErrors.NotReady(record, expected));
        }

        return record.Continued?.Ends(parked) == true
            ? new Decision<Deployment, ParkedWait>(record, parked)
            : new Decision<Deployment, ParkedWait>(record with { Continued = new Continuation(parked.Step, parked.Attempt, now) }, parked);
    }
}
