using Sluice.Deployments.Protocol.Baking;
using Sluice.Deployments.Runs;
using Sluice.Platform.StateMachines;

namespace Sluice.Deployments.Protocol.Hooks;

/// <summary>Parks the wait for a hook's report. The hook runs beside it, so the report may have come before.</summary>
public sealed class AwaitHook(DeploymentStore store, IStateMachines machines)
{
    /// <exception cref="StopRecordedException">It must not go on, for instance because the hook failed.</exception>
    public async Task RunAsync(AwaitHookInput input, CancellationToken cancellationToken = default)
    {
        var (_, isReported) = await store.DecideAsync(input.DeploymentId, record => Decide(record, input), cancellationToken);
        if (isReported)
        {
            await machines.SucceedTaskAsync(input.TaskToken, null, cancellationToken);
        }
    }

    /// <summary>The answer is whether the hook has reported that it succeeded; one that failed has recorded a stop.</summary>
    internal static Decision<Deployment, bool> Decide(Deployment record, AwaitHookInput input)
    {
        if (Parking.Obstacle(record, input.Step, input.Attempt, input.RetryCount) is { } obstacle)
        {
            return Refusal.Of<bool>(record, obstacle);
        }

        var parked = record with { Parked = new ParkedWait(WaitKind.Hook, input.Step, input.Attempt, input.RetryCount, input.TaskToken) };
        return new Decision<Deployment, bool>(parked, record.Hook is { Report: HookStatus.Succeeded } hook && hook.Step == input.Step);
    }
}
