using Sluice.Pipelines.ControlPlane.ActionTypes;
using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>Actions of a pipeline as they stand: as the newest run left each that came so far.</summary>
internal sealed class ActionStates(ActionNotes notes)
{
    public async Task<ActionState> OfAsync(ActionDeclaration declared, IReadOnlyList<(PipelineRun Run, RunStage Stage)> entered, TypesOfPipeline types, CancellationToken cancellationToken)
    {
        var (run, action) = entered.Select(found => (found.Run, Action: found.Stage.Actions.LastOrDefault(action => action.ActionName == declared.Name))).FirstOrDefault(found => found.Action is not null);
        var revision = run?.SourceRevisions.FirstOrDefault(revision => revision.ActionName == declared.Name);
        var note = action is null ? null : await notes.OfAsync(declared, action, cancellationToken);
        var links = types.Links(declared.ActionTypeId, declared.Configuration ?? new Dictionary<string, string>(), note?.Progress.ExternalExecutionId ?? action?.ExternalExecutionId, revision?.RevisionId);
        return new ActionState
        {
            ActionName = declared.Name,
            CurrentRevision = revision is { RevisionId.Length: > 0 } ? new ActionRevision { RevisionId = revision.RevisionId, RevisionChangeId = run!.PipelineExecutionId, Created = run.StartTime } : null,
            EntityUrl = links.Entity ?? SourceLinks.Branch(revision) ?? declared.Setting("ExternalEntityLink"),
            RevisionUrl = links.Revision ?? SourceLinks.Revision(revision),
            LatestExecution = action is null ? null : Execution(declared, action, note) with { ExternalExecutionUrl = links.Execution },
        };
    }

    private static ActionExecution Execution(ActionDeclaration declared, RunAction action, ActionNote? note) => new()
    {
        ActionExecutionId = action.ActionExecutionId,
        Status = action.Status,
        Summary = Short(action.Message ?? note?.Progress.Summary),
        LastStatusChange = action.LastUpdateTime,
        LastUpdatedBy = note?.UpdatedBy,
        PercentComplete = note?.Progress.PercentComplete,
        Token = action.Status == ActionExecutionStatus.InProgress && declared.ActionTypeId.Category == ActionCategory.Approval ? action.ActionExecutionId : null,
        ExternalExecutionId = action.ExternalExecutionId ?? note?.Progress.ExternalExecutionId,
        ErrorDetails = action.Status == ActionExecutionStatus.Failed ? new ErrorDetails { Code = action.ErrorCode ?? "JobFailed", Message = action.Message } : null,
    };

    private static string? Short(string? text) => text is { Length: > 2048 } ? text[..2047] + "…" : string.IsNullOrEmpty(text) ? null : text;
}
