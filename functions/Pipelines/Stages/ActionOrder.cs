using Sluice.Pipelines.Model;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Stages;

/// <summary>An action for the machine to have done: an <c>ActionRequest</c> but for its task token, and the provider that says which service does it.</summary>
internal sealed record ActionOrder(
    string Provider,
    string PipelineName,
    string PipelineExecutionId,
    string StageName,
    string ActionName,
    string ActionExecutionId,
    IReadOnlyDictionary<string, string> Configuration,
    IReadOnlyDictionary<string, ObjectRef> InputArtifacts,
    IReadOnlyList<string> OutputArtifacts)
{
    internal static ActionOrder Of(Turn turn, RunAction action)
    {
        var declared = turn.StageToEnter.Actions.First(candidate => candidate.Name == action.ActionName);
        return new(
            action.ActionTypeId.Provider,
            turn.Run.PipelineName,
            turn.Run.PipelineExecutionId,
            turn.StageToEnter.Name,
            action.ActionName,
            action.ActionExecutionId,
            declared.Configuration ?? new Dictionary<string, string>(),
            action.InputArtifacts,
            [.. declared.Outputs()]);
    }
}
