using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>An action of a run, with all that there is to tell of it.</summary>
internal sealed record ToldAction(PipelineRun Run, string StageName, ActionDeclaration Declared, RunAction Action)
{
    /// <summary>The variables that it gave.</summary>
    public IReadOnlyDictionary<string, string>? Variables { get; init; }

    public ActionNote? Note { get; init; }

    /// <summary>What those who do it call it, if they have said so.</summary>
    public string? ExternalExecutionId => Action.ExternalExecutionId ?? Note?.Progress.ExternalExecutionId;
}
