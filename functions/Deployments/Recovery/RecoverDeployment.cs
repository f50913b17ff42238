using Microsoft.Extensions.Logging;
using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Recovery;

/// <summary>When an execution of the machine failed, timed out or was aborted: has another one restore the traffic.</summary>
public sealed class RecoverDeployment(DeploymentStore store, ActionCompletion completion, TimeProvider time, ILogger<RecoverDeployment> logger)
{
    /// <summary>Safe to repeat.</summary>
    public async Task RunAsync(ExecutionEndEvent happened, CancellationToken cancellationToken = default)
    {
        // Somebody may have started it by hand with something else.
        if (happened.Detail is not { Name: { } name } end || end.ReadInput<DeploymentReference>()?.DeploymentId is not { } deploymentId)
        {
            logger.LogWarning("Execution {Name} ended as {Status}; its input names no deployment", happened.Detail?.Name, happened.Detail?.Status);
            return;
        }

        var why = $"execution {name} ended as {end.Status}{(end.Error is null ? "" : $" ({end.Error}: {end.Cause})")}";
        var (record, _) = await store.DecideAsync(deploymentId, record => RecoveryDecision.Decide(record, name, why, time.GetUtcNow()), cancellationToken);
        await completion.CompleteAsync(record, cancellationToken);
    }
}
