using System.Text.Json.Nodes;
using Sluice.Deployments.Runs;
using Sluice.Platform.Actions;
using Sluice.Platform.Events;
using Sluice.Platform.Ids;

namespace Sluice.Deployments.Starting;

/// <summary>Makes the deployments of actions that name no deployment group. The record and the request to start its execution are one transaction.</summary>
public sealed class ActionDeployments(ITable table, DeploymentStore store, IIds ids, TimeProvider time)
{
    /// <returns>False if another call made it before.</returns>
    public async Task<bool> TryCreateAsync(ActionRequest request, DeploymentPlan plan, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var record = new Deployment(ids.DeploymentId(), ActionReference.Of(request), plan, now) { ActionToken = request.TaskToken }.Leased(now);
        var creation = new RunChange<Deployment>(null, record)
        {
            Also =
            [
                DeploymentReference.OfAction(record),
                Outbox.Start(plan.Target.Machine(), $"{record.DeploymentId}-1", new JsonObject { ["deploymentId"] = record.DeploymentId }, now),
            ],
        };
        try
        {
            await table.TransactAsync(store.Creation(creation), cancellationToken);
            return true;
        }
        catch (TransactionRefusedException e) when (e.Failed.Contains(1))
        {
            return false;
        }
    }
}
