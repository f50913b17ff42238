using Sluice.Deployments.Protocol;
using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>Decides which target group is live, what the replacement task set is, watches the alarms from then on, and stores the listeners as they are.</summary>
public sealed class PlanReplacement(DeploymentStore store, EcsControllers controllers, TimeProvider time)
{
    /// <exception cref="StopRecordedException">It must not go on.</exception>
    public async Task<ShiftState> RunAsync(PlanReplacementInput input, CancellationToken cancellationToken = default)
    {
        var (_, answer) = await store.DecideAsync(input.DeploymentId, record => ReplacementPlanning.Decide(record, input, controllers, time.GetUtcNow()), cancellationToken);
        return answer;
    }
}
