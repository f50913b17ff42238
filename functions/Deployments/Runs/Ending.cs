namespace Sluice.Deployments.Runs;

/// <summary>The writes that begin, stop and end a deployment. Only these change its status.</summary>
internal static class Ending
{
    /// <summary>Ends it and gives up the target and the watches, all in one transaction with the event.</summary>
    public static Decision<Deployment, T> End<T>(Deployment record, DeploymentOutcome outcome, string message, DateTimeOffset now, T answer)
    {
        var ended = record with
        {
            Status = Status(outcome, record.Stop),
            Outcome = outcome,
            Message = message,
            CompleteTime = now,
            TrafficRestoredTime = outcome == DeploymentOutcome.RolledBack ? now : null,
        };
        var (linked, rollback) = RollbackRecord.Of(ended, now);
        IReadOnlyList<RunEvent> events = outcome == DeploymentOutcome.Dirty ? [DeploymentEvents.Dirty(linked)] : [];
        return new Decision<Deployment, T>(linked, answer)
        {
            Events = [.. DeploymentEvents.States(linked), .. events],
            Also = [.. TargetClaim.Release(linked), .. AlarmWatch.Remove(linked)],
            Beside = rollback is null ? [] : [rollback],
        };
    }

    /// <summary>Records that it must not go on; a stop that is already there stays.</summary>
    public static Deployment Stopped(Deployment record, StopCause cause, string message, DateTimeOffset now, string? error = null) =>
        record.Stop is null ? record with { Stop = new Stop(cause, message, now) { Error = error } } : record;

    /// <summary>Records a stop, tells of it and refuses to go on.</summary>
    public static Decision<Deployment, T> StopAndRefuse<T>(Deployment record, StopCause cause, string message, DateTimeOffset now, string? error = null)
    {
        var stopped = Stopped(record, cause, message, now, error);
        return new Decision<Deployment, T>(stopped, default!) { Events = [DeploymentEvents.Stopped(stopped)], Throw = new StopRecordedException(message) };
    }

    /// <summary>Why it cannot go on; null if it can.</summary>
    public static Exception? Obstacle(Deployment record) =>
        record.IsEnded ? new DeploymentAlreadyCompletedException(record.DeploymentId, record.Outcome)
        : record.Stop is { } stop ? new StopRecordedException(stop.Message)
        : null;

    private static DeploymentStatus Status(DeploymentOutcome outcome, Stop? stop) =>
        outcome == DeploymentOutcome.Succeeded ? DeploymentStatus.Succeeded
        : stop?.Cause is StopCause.Alarm or StopCause.Request or StopCause.NotContinued ? DeploymentStatus.Stopped
        : DeploymentStatus.Failed;
}
