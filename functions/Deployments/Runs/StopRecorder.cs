using Microsoft.Extensions.Logging;
using Sluice.Platform.StateMachines;

namespace Sluice.Deployments.Runs;

/// <summary>
/// Records that a deployment must not go on and wakes the task that waits. A redelivered wish wakes too. A token that nobody waits with is
/// read again and tried again, and then left: whatever is parked or decided later sees the recorded stop.
/// </summary>
public sealed class StopRecorder(DeploymentStore store, ActionCompletion completion, IStateMachines machines, TimeProvider time, ILogger<StopRecorder> logger)
{
    private const int MostTries = 3;

    internal Task<StopResult> StopAsync(string deploymentId, StopCause cause, string message, CancellationToken cancellationToken, bool? rollback = null) =>
        StopAsync(deploymentId, cause, _ => message, cancellationToken, rollback);

    internal async Task<StopResult> StopAsync(
        string deploymentId, StopCause cause, Func<Deployment, string> message, CancellationToken cancellationToken, bool? rollback = null)
    {
        var (record, isStopped) = await store.DecideAsync(
            deploymentId, record => Decide(record, cause, message(record), time.GetUtcNow(), rollback), cancellationToken);
        if (record.IsEnded || record.IsCommitted)
        {
            // One that waited for its group ends here, and nobody else tells its pipeline.
            await completion.CompleteAsync(record, cancellationToken);
            return isStopped ? StopResult.Recorded : StopResult.AlreadyEnded;
        }

        await WakeAsync(record, cancellationToken);
        return StopResult.Recorded;
    }

    internal static Decision<Deployment, bool> Decide(Deployment record, StopCause cause, string message, DateTimeOffset now, bool? rollback = null)
    {
        if (record.IsEnded || record.IsCommitted || record.Stop is not null)
        {
            return new Decision<Deployment, bool>(record, false);
        }

        if (record.Status == DeploymentStatus.Queued)
        {
            // Nobody waits for it yet, and nothing was done: it ends here.
            return Ending.End(Ending.Stopped(record, cause, message, now), DeploymentOutcome.Failed, $"no traffic was moved: {message}", now, true);
        }

        var stopped = record with { Stop = new Stop(cause, message, now) { Rollback = rollback } };
        return new Decision<Deployment, bool>(stopped, true) { Events = [DeploymentEvents.Stopped(stopped)] };
    }

    private async Task WakeAsync(Deployment record, CancellationToken cancellationToken)
    {
        for (var tries = 1; tries <= MostTries && record is { IsEnded: false, Parked: { } parked, Stop: { } stop }; tries++)
        {
            if (await machines.FailTaskAsync(parked.Token, nameof(StopRecordedException), stop.Message, cancellationToken))
            {
                return;
            }

            record = await store.FindAsync(record.DeploymentId, cancellationToken) ?? record;
        }

        logger.LogInformation("Deployment {DeploymentId} is stopped; none of its tasks waits", record.DeploymentId);
    }
}
