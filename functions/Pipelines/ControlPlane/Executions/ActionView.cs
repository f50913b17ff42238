using Sluice.Pipelines.Model;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>An action of a run as it is shown.</summary>
/// <param name="ActionName">Its name.</param>
/// <param name="Category">Source, Build or Deploy.</param>
/// <param name="Provider">Git, CodeBuild or Lambda.</param>
/// <param name="ActionExecutionId">The id that its service got with the request.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="ExternalExecutionId">The build's or deployment's own id (a source: the commit), when it has answered.</param>
/// <param name="Outcome">A deployment's end.</param>
/// <param name="Message">What there is to say of it.</param>
/// <param name="StartTime">When it began.</param>
/// <param name="LastUpdateTime">When it last changed.</param>
/// <param name="OutputArtifacts">Manifests of what it made.</param>
public sealed record ActionView(
    string ActionName,
    ActionCategory Category,
    string Provider,
    string ActionExecutionId,
    ActionExecutionStatus Status,
    string? ExternalExecutionId,
    ActionOutcome? Outcome,
    string? Message,
    DateTimeOffset StartTime,
    DateTimeOffset LastUpdateTime,
    IReadOnlyDictionary<string, ObjectRef> OutputArtifacts)
{
    internal static ActionView Of(ActionTypeId type, RunAction action) => new(
        action.ActionName,
        type.Category,
        type.Provider,
        action.ActionExecutionId,
        action.Status,
        action.ExternalExecutionId,
        action.Outcome,
        action.Message,
        action.StartTime,
        action.LastUpdateTime,
        action.OutputArtifacts);
}
