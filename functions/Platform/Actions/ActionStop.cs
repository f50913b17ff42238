namespace Sluice.Platform.Actions;

/// <summary>That an action is to be stopped which a service was asked for by an <see cref="ActionRequest"/>. It travels as an event; each service takes its own.</summary>
/// <param name="Provider">Which kind of action: CodeBuild, Lambda …</param>
/// <param name="PipelineName">The pipeline.</param>
/// <param name="PipelineExecutionId">The run.</param>
/// <param name="StageName">The action's stage.</param>
/// <param name="ActionName">Its name.</param>
/// <param name="ActionExecutionId">The id that the service got with the request, by which its record is found.</param>
/// <param name="Reason">For people.</param>
/// <param name="Service">Whose it is.</param>
public sealed record ActionStop(string Provider, string PipelineName, string PipelineExecutionId, string StageName, string ActionName, string ActionExecutionId, string Reason, ActionService Service)
{
    /// <summary>The detail type of the event; its source is the pipelines'.</summary>
    public const string DetailType = "Sluice Action Stop Requested";
}
