using Sluice.Pipelines.Model;
using Sluice.Platform.Tracing;

namespace Sluice.Pipelines.Tracing;

/// <summary>An action: a task of a pipeline in OpenTelemetry's conventions. A service's build or deployment for it is a part of it.</summary>
internal static class ActionSpans
{
    public static Span Of(SpanContext stage, ActionDeclaration declared, PipelineRun run, RunAction action) =>
        new(SpanContext.OfAction(run.PipelineExecutionId, action.ActionExecutionId), stage.SpanId, action.ActionName, action.StartTime, action.LastUpdateTime)
        {
            IsError = action.Status == ActionExecutionStatus.Failed,
            Message = action.Message,
            Attributes = [.. Attributes(declared.ActionTypeId, action), .. run.SourceRevisions.Where(source => source.ActionName == action.ActionName && declared.ActionTypeId.Category == ActionCategory.Source).SelectMany(SourceAttributes.Of)],
        };

    private static IEnumerable<SpanAttribute> Attributes(ActionTypeId type, RunAction action) =>
    [
        new(CicdAttributes.Task, action.ActionName),
        new(CicdAttributes.TaskRun, action.ActionExecutionId),
        new(CicdAttributes.TaskResult, RunResults.Of(action)),
        new(CicdAttributes.TaskType, TypeOf(type.Category)),
        new(CicdAttributes.ErrorType, action.Status == ActionExecutionStatus.Failed ? action.ErrorCode ?? RunResults.Failed : null),
        new("sluice.action.category", type.Category.ToString()),
        new("sluice.action.provider", type.Provider),
        new("sluice.action.external_execution_id", action.ExternalExecutionId),
        new("sluice.action.outcome", action.Outcome?.ToString()),
        new("sluice.action.retried", action.IsPutAside ? true : null),
        new("sluice.waits_for", type.Category == ActionCategory.Approval ? "approval" : null),
    ];

    private static string? TypeOf(ActionCategory category) => category switch
    {
        ActionCategory.Build => "build",
        ActionCategory.Test => "test",
        ActionCategory.Deploy => "deploy",
        _ => null,
    };
}
