namespace Sluice.Deployments.Model;

/// <summary>The action of a pipeline that asked for the deployment.</summary>
public sealed record ActionReference(string PipelineName, string PipelineExecutionId, string StageName, string ActionName, string ActionExecutionId);
