using Sluice.Deployments.Protocol;
using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Platforms.Lambda;

/// <summary>Decides from where to where traffic is moved, watches the alarms from then on, and stores the traffic as it is.</summary>
public sealed class PlanShift(DeploymentStore store, ActionCompletion completion, TimeProvider time)
{
    /// <exception cref="StopRecordedException">It must not go on.</exception>
    public async Task<ShiftState> RunAsync(PlanShiftInput input, CancellationToken cancellationToken = default)
    {
        var (record, answer) = await store.DecideAsync(input.DeploymentId, record => ShiftPlanning.Decide(record, input, time.GetUtcNow()), cancellationToken);
        await completion.CompleteAsync(record, cancellationToken);
        return answer;
    }
}
