using System.Text.Json;
using Microsoft.Extensions.Logging;
using Sluice.Deployments.Runs;
using Sluice.Platform.Json;

namespace Sluice.Deployments.Recovery;

/// <summary>When an execution of the machine failed, timed out or was aborted: has another one restore the traffic.</summary>
public sealed class RecoverDeployment(DeploymentStore store, ActionCompletion completion, TimeProvider time, ILogger<RecoverDeployment> logger)
{
    /// <summary>Safe to repeat.</summary>
    public async Task RunAsync(ExecutionEndEvent happened, CancellationToken cancellationToken = default)
    {
        var end = happened.Detail;
        if (Deployment(end) is not { } deploymentId)
        {
            logger.LogWarning("Execution {Name} ended as {Status}; its input names no deployment", end.Name, end.Status);
            return;
        }

        var why = $"execution {end.Name} ended as {end.Status}{(end.Error is null ? "" : $" ({end.Error}: {end.Cause})")}";
        var (record, _) = await store.DecideAsync(deploymentId, record => RecoveryDecision.Decide(record, end.Name, why, time.GetUtcNow()), cancellationToken);
        await completion.CompleteAsync(record, cancellationToken);
    }

    private static string? Deployment(ExecutionEnd end)
    {
        try
        {
            return JsonSerializer.Deserialize<DeploymentReference>(end.Input ?? "{}", SluiceJson.Options)?.DeploymentId;
        }
        catch (JsonException)
        {
            return null; // Somebody started it by hand with something else.
        }
    }
}
