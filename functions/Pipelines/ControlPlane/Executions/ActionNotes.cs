using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers.Approvals;
using Sluice.Pipelines.Records;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>What the record of an action of Pipelines' own tells beyond the run's: how far it is, and who has spoken.</summary>
internal sealed class ActionNotes(OwnActionStore actions)
{
    /// <summary>Null if there is nothing to tell.</summary>
    public async Task<ActionNote?> OfAsync(ActionDeclaration declared, RunAction action, CancellationToken cancellationToken)
    {
        var isApproval = declared.ActionTypeId.Category == ActionCategory.Approval;
        if ((!isApproval && action.Status != ActionExecutionStatus.InProgress) || await actions.FindAsync(action.ActionExecutionId, cancellationToken) is not { } own)
        {
            return null;
        }

        var note = action.Status == ActionExecutionStatus.InProgress ? own.Progress.Note() : null;
        return new ActionNote(note ?? new ProgressNote(null, null, null), own.Progress is ApprovalProgress { Votes: [.., var last] } ? last.By : null);
    }
}
