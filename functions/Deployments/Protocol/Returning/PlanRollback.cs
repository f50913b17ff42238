using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Protocol.Returning;

/// <summary>Decides how traffic gets back to where it was, and ends the deployment when it is there.</summary>
public sealed class PlanRollback(DeploymentStore store, ShiftPlatforms platforms, ActionCompletion completion, TimeProvider time)
{
    /// <exception cref="DeploymentDoesNotExistException">There is no such deployment.</exception>
    public async Task<ShiftState> RunAsync(PlanRollbackInput input, CancellationToken cancellationToken = default)
    {
        var (record, answer) = await store.DecideAsync(input.DeploymentId, record => RollbackDecision.Decide(platforms.Of(record.Plan), record, input, time.GetUtcNow()), cancellationToken);
        await completion.CompleteAsync(record, cancellationToken);
        return answer;
    }
}
