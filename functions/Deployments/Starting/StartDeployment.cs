using System.Text.Json.Nodes;
using Sluice.Deployments.Keys;
using Sluice.Deployments.Runs;
using Sluice.Platform.Actions;
using Sluice.Platform.Documents;
using Sluice.Platform.Events;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;

namespace Sluice.Deployments.Starting;

/// <summary>
/// The pipeline's deploy action. What is asked for is checked whole; then the record and the request to start its execution are one transaction. A
/// request with faults leaves no record: the action fails at once and lists them.
/// </summary>
public sealed class StartDeployment(
    ITable table, IActionPlan plans, DeploymentStore store, ActionCompletion completion, IIds ids, TimeProvider time)
{
    /// <summary>Safe to repeat: the same action is the same deployment, and the newest token gets the answer.</summary>
    public async Task RunAsync(ActionRequest request, CancellationToken cancellationToken = default)
    {
        if (await store.FindIdAsync(request.ActionExecutionId, cancellationToken) is { } before)
        {
            await RepeatAsync(before, request.TaskToken, cancellationToken);
            return;
        }

        try
        {
            var plan = await plans.ReadAsync(request, cancellationToken);
            await CreateAsync(request, plan, cancellationToken);
        }
        catch (InvalidDocumentException e)
        {
            await completion.RefuseAsync(request.TaskToken, e.Message, cancellationToken);
        }
        catch (ObjectNotFoundException e)
        {
            await completion.RefuseAsync(request.TaskToken, $"The artifact is not there: {e.Message}", cancellationToken);
        }
    }

    private async Task CreateAsync(ActionRequest request, DeploymentPlan plan, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var action = new ActionReference(request.PipelineName, request.PipelineExecutionId, request.StageName, request.ActionName, request.ActionExecutionId);
        var record = new Deployment(ids.DeploymentId(), action, plan, now) { ActionToken = request.TaskToken }.Leased(now);
        var creation = new RunChange<Deployment>(null, record)
        {
            Also =
            [
                PutItem.Of(DeploymentKeys.Action(request.ActionExecutionId), new DeploymentReference(record.DeploymentId), Condition.Absent),
                Outbox.Start(plan.Target.Machine(), $"{record.DeploymentId}-1", new JsonObject { ["deploymentId"] = record.DeploymentId }, now),
            ],
        };
        try
        {
            await table.TransactAsync(store.Creation(creation), cancellationToken);
        }
        catch (TransactionRefusedException e) when (e.Failed.Contains(1))
        {
            var other = await store.FindIdAsync(request.ActionExecutionId, cancellationToken);
            await RepeatAsync(other!, request.TaskToken, cancellationToken);
        }
    }

    private async Task RepeatAsync(string deploymentId, string token, CancellationToken cancellationToken)
    {
        var (record, _) = await store.DecideAsync(
            deploymentId, record => new Decision<Deployment, bool>(record.ActionToken == token ? record : record with { ActionToken = token }, true), cancellationToken);
        await completion.CompleteAsync(record, cancellationToken);
    }
}
