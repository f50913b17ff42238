using System.Text.Json.Serialization;
using Sluice.Platform.Objects;

namespace Sluice.Platform.Actions;

/// <summary>How an action ended. It is the output of the action's task, for failures too: an action that fails is no error of the machine.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="ExternalExecutionId">The build's or deployment's id.</param>
/// <param name="Outcome">A deployment's end; null for other actions.</param>
/// <param name="Message">What to show a person; null if there is nothing to say.</param>
/// <param name="OutputArtifacts">Manifests by the artifact's name in the pipeline.</param>
/// <param name="ErrorCode">One of <see cref="ActionErrors"/>; null if none is meant.</param>
public sealed record ActionResult(
    [property: JsonRequired] ActionStatus Status,
    string ExternalExecutionId,
    ActionOutcome? Outcome,
    string? Message,
    IReadOnlyDictionary<string, ObjectRef> OutputArtifacts,
    string? ErrorCode = null)
{
    /// <summary>What later actions may refer to, by name; null if there is nothing.</summary>
    public IReadOnlyDictionary<string, string>? OutputVariables { get; init; }

    /// <summary>An action that failed and made nothing.</summary>
    public static ActionResult Failed(string externalExecutionId, string message, string? errorCode = null) =>
        new(ActionStatus.Failed, externalExecutionId, null, message, new Dictionary<string, ObjectRef>(), errorCode);
}
