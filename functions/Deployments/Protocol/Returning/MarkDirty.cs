using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Protocol.Returning;

/// <summary>Ends a deployment whose traffic could not be restored, loudly.</summary>
public sealed class MarkDirty(DeploymentStore store, ActionCompletion completion, TimeProvider time)
{
    /// <exception cref="DeploymentDoesNotExistException">There is no such deployment.</exception>
    public async Task<ShiftState> RunAsync(MarkDirtyInput input, CancellationToken cancellationToken = default)
    {
        var (record, answer) = await store.DecideAsync(input.DeploymentId, record => Decide(record, input.Failure, time.GetUtcNow()), cancellationToken);
        await completion.CompleteAsync(record, cancellationToken);
        return answer;
    }

    internal static Decision<Deployment, ShiftState> Decide(Deployment record, CaughtError? failure, DateTimeOffset now)
    {
        if (record.IsEnded)
        {
            return Ended.Repeated(record);
        }

        var why = failure?.InWords() ?? "an unknown error";
        if (record.IsCommitted)
        {
            return Ended.Succeeded(record, $", but the original could not be ended: {why}", now);
        }

        var stopped = Ending.Stopped(record, StopCause.Failure, why, now);
        return record.Intent is null
            ? Ended.With(stopped, DeploymentOutcome.Failed, $"no traffic was moved: {stopped.Stop!.Message}", now)
            : Ended.With(stopped, DeploymentOutcome.Dirty, Message(stopped, why), now);
    }

    private static string Message(Deployment record, string why)
    {
        var target = record.Plan.Target;
        return DirtyMessage.Of(
            record,
            $"the traffic of {target.Subject()} could not be restored: {why}. It should be {(record.Shift!.Snapshot is { } before ? target.Describe(before) : target.Undivided())}.");
    }
}
