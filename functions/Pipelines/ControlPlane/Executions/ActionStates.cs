using Sluice.Pipelines.Model;
using Sluice.Pipelines.Types;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>An action of a pipeline as it stands: as the newest run left it that came so far.</summary>
internal static class ActionStates
{
    public static ActionState Of(ActionDeclaration declared, IReadOnlyList<(PipelineRun Run, RunStage Stage)> entered)
    {
        var (run, action) = entered.Select(found => (found.Run, Action: found.Stage.Actions.LastOrDefault(action => action.ActionName == declared.Name))).FirstOrDefault(found => found.Action is not null);
        return new ActionState
        {
            ActionName = declared.Name,
            CurrentRevision = run?.SourceRevisions.FirstOrDefault(revision => revision.ActionName == declared.Name) is { RevisionId.Length: > 0 } revision
                ? new ActionRevision { RevisionId = revision.RevisionId, RevisionChangeId = run.PipelineExecutionId, Created = run.StartTime }
                : null,
            LatestExecution = action is null ? null : Execution(declared, action),
        };
    }

    private static ActionExecution Execution(ActionDeclaration declared, RunAction action) => new()
    {
        ActionExecutionId = action.ActionExecutionId,
        Status = action.Status,
        Summary = Short(action.Message),
        LastStatusChange = action.LastUpdateTime,
        Token = action.Status == ActionExecutionStatus.InProgress && declared.ActionTypeId.Category == ActionCategory.Approval ? action.ActionExecutionId : null,
        ExternalExecutionId = action.ExternalExecutionId,
        ErrorDetails = action.Status == ActionExecutionStatus.Failed ? new ErrorDetails { Code = action.ErrorCode ?? "JobFailed", Message = action.Message } : null,
    };

    private static string? Short(string? text) => text is { Length: > 2048 } ? text[..2047] + "…" : string.IsNullOrEmpty(text) ? null : text;
}
