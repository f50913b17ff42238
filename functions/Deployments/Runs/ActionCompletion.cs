using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Deployments.Runs;

/// <summary>Tells the pipeline how a deployment ended. Safe to repeat: a token that nobody waits with any more has had its answer.</summary>
public sealed class ActionCompletion(ActionDocuments documents)
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
            await documents.CompleteAsync(token, result, cancellationToken);
        }
    }

    internal Task RefuseAsync(string token, string message, CancellationToken cancellationToken) =>
        documents.CompleteAsync(token, new ActionResult(ActionStatus.Failed, "", ActionOutcome.Failed, message, _noArtifacts), cancellationToken);

    private static ActionOutcome Told(DeploymentOutcome outcome) => outcome switch
    {
        DeploymentOutcome.Succeeded => ActionOutcome.Succeeded,
        DeploymentOutcome.Failed => ActionOutcome.Failed,
        DeploymentOutcome.RolledBack => ActionOutcome.RolledBack,
        _ => ActionOutcome.Dirty,
    };
}
