using Sluice.Pipelines.ControlPlane.ActionTypes;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Variables;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>Actions of runs as histories show them.</summary>
internal static class ActionDetails
{
    public static ActionExecutionDetail Of(ToldAction told, VariableScope scope, TypesOfPipeline types)
    {
        var (type, texts) = (told.Declared.ActionTypeId, told.Declared.Configuration);
        var filled = texts is null ? null : scope.Fill(texts).Filled;
        return new ActionExecutionDetail
        {
            PipelineExecutionId = told.Run.PipelineExecutionId,
            ActionExecutionId = told.Action.ActionExecutionId,
            PipelineVersion = told.Run.PipelineVersion,
            StageName = told.StageName,
            ActionName = told.Action.ActionName,
            StartTime = told.Action.StartTime,
            LastUpdateTime = told.Action.LastUpdateTime,
            UpdatedBy = told.Note?.UpdatedBy,
            Status = told.Action.Status,
            Input = new ActionExecutionInput
            {
                ActionTypeId = type,
                Configuration = types.Masked(told.Declared),
                ResolvedConfiguration = filled is null ? null : types.Masked(type, filled),
                RoleArn = told.Declared.RoleArn,
                Region = told.Declared.Region,
                Namespace = told.Declared.Namespace,
                InputArtifacts = ShownArtifacts.Of(RunArtifacts.InputsOf(told.Run, told.Declared)),
            },
            Output = Output(told, types.Links(type, filled ?? new Dictionary<string, string>(), told.ExternalExecutionId)),
        };
    }

    private static ActionExecutionOutput Output(ToldAction told, ActionLinks links) => new()
    {
        OutputArtifacts = ShownArtifacts.Of(told.Action.OutputArtifacts),
        OutputVariables = told.Variables,
        ExecutionResult = new ActionExecutionResult
        {
            ExternalExecutionId = told.ExternalExecutionId,
            ExternalExecutionSummary = told.Action.Message ?? told.Note?.Progress.Summary,
            ExternalExecutionUrl = links.Execution,
            ErrorDetails = told.Action.Status == ActionExecutionStatus.Failed ? new ErrorDetails { Code = told.Action.ErrorCode ?? "JobFailed", Message = told.Action.Message } : null,
        },
    };
}
