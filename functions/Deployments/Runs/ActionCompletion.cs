using System.Text.Json;
using Sluice.Platform.Actions;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;
using Sluice.Platform.StateMachines;

namespace Sluice.Deployments.Runs;

/// <summary>Tells the pipeline how a deployment ended. Safe to repeat: a token that nobody waits with any more has had its answer.</summary>
public sealed class ActionCompletion(IStateMachines machines)
{
    private static readonly Dictionary<string, ObjectRef> _noArtifacts = [];

    internal async Task CompleteAsync(Deployment record, CancellationToken cancellationToken)
    {
        if (record is { Outcome: { } outcome, ActionToken: { } token })
        {
            var status = outcome == DeploymentOutcome.Succeeded ? ActionStatus.Succeeded : ActionStatus.Failed;
            var result = new ActionResult(status, record.DeploymentId, Told(outcome), record.Message, _noArtifacts)
            {
                OutputVariables = new Dictionary<string, string> { ["DeploymentId"] = record.DeploymentId },
            };
            await SendAsync(token, result, cancellationToken);
        }
    }

    internal Task RefuseAsync(string token, string message, CancellationToken cancellationToken) =>
        SendAsync(token, new ActionResult(ActionStatus.Failed, "", ActionOutcome.Failed, message, _noArtifacts), cancellationToken);

    private static ActionOutcome Told(DeploymentOutcome outcome) => outcome switch
    {
        DeploymentOutcome.Succeeded => ActionOutcome.Succeeded,
        DeploymentOutcome.Failed => ActionOutcome.Failed,
        DeploymentOutcome.RolledBack => ActionOutcome.RolledBack,
        _ => ActionOutcome.Dirty,
    };

    private async Task SendAsync(string token, ActionResult result, CancellationToken cancellationToken) =>
        await machines.SucceedTaskAsync(token, JsonSerializer.SerializeToNode(result, SluiceJson.Options), cancellationToken);
}
