using Sluice.Deployments.ControlPlane.Deployments;
using Sluice.Deployments.Protocol.Hooks;
using Sluice.Deployments.Runs;
using Sluice.Platform.Protocol;
using Sluice.Platform.StateMachines;

namespace Sluice.Deployments.Api.Hooks;

/// <summary>A hook's report. Its right is the hook execution id itself.</summary>
public sealed class PutLifecycleEventHookExecutionStatus(DeploymentStore store, IStateMachines machines, TimeProvider time)
    : IOperation<PutLifecycleEventHookExecutionStatusInput, PutLifecycleEventHookExecutionStatusOutput>
{
    /// <exception cref="ApiException"><c>InvalidDeploymentIdException</c>.</exception>
    /// <exception cref="DeploymentIdRequiredException">There is no deployment id.</exception>
    /// <exception cref="DeploymentDoesNotExistException">It is of no deployment.</exception>
    /// <exception cref="InvalidLifecycleEventHookExecutionIdException">The id is not of a hook that is run now.</exception>
    /// <exception cref="InvalidLifecycleEventHookExecutionStatusException">The status is neither Succeeded nor Failed.</exception>
    /// <exception cref="LifecycleEventAlreadyCompletedException">It is reported already, or nobody waits for it any more.</exception>
    public async Task<PutLifecycleEventHookExecutionStatusOutput> RunAsync(
        PutLifecycleEventHookExecutionStatusInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var deploymentId = DeploymentErrors.CheckedId(input.DeploymentId);
        var id = input.LifecycleEventHookExecutionId ?? "";
        var status = input.Status switch
        {
            LifecycleEventStatus.Succeeded => HookStatus.Succeeded,
            LifecycleEventStatus.Failed => HookStatus.Failed,
            _ => throw new InvalidLifecycleEventHookExecutionStatusException(input.Status?.ToString()),
        };
        try
        {
            var (record, _) = await store.DecideAsync(deploymentId, record => HookReport.Decide(record, id, status, time.GetUtcNow()), cancellationToken);
            await WakeAsync(record, cancellationToken);
        }
        catch (LifecycleEventAlreadyCompletedException)
        {
            // The first report may have been stored and its caller have died before it could wake the machine.
            await WakeAsync(await store.FindAsync(deploymentId, cancellationToken), cancellationToken);
            throw;
        }

        return new PutLifecycleEventHookExecutionStatusOutput { LifecycleEventHookExecutionId = id };
    }

    // If the wait is not parked yet, parking sees the report; if the token is dead, the next decision does.
    private Task WakeAsync(Deployment? record, CancellationToken cancellationToken) =>
        record is not { IsEnded: false, Hook: { Report: { } report } hook, Parked: { } parked } || parked.Step != hook.Step || record.Step != hook.Step
            ? Task.CompletedTask
            : report == HookStatus.Succeeded
            ? machines.SucceedTaskAsync(parked.Token, null, cancellationToken)
            : machines.FailTaskAsync(parked.Token, nameof(StopRecordedException), record.Stop?.Message ?? "the hook reported Failed", cancellationToken);
}
