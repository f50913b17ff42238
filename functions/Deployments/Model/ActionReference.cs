using Sluice.Platform.Actions;

namespace Sluice.Deployments.Model;

/// <summary>The action of a pipeline that asked for the deployment.</summary>
public sealed record ActionReference(string PipelineName, string PipelineExecutionId, string StageName, string ActionName, string ActionExecutionId)
{
    /// <summary>The action that asks.</summary>
    public static ActionReference Of(ActionRequest request) => new(request.PipelineName, request.PipelineExecutionId, request.StageName, request.ActionName, request.ActionExecutionId);
}
