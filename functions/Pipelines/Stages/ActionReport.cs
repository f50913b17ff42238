using Sluice.Platform.Objects;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Stages;

/// <summary>
/// What the machine's Map collects of one action: the service's <c>ActionResult</c>, or the error that the branch caught in place of one. Its words are read as texts, so that a word that is not known fails the action and not the run's machine.
/// </summary>
public sealed record ActionReport
{
    /// <summary>An <see cref="Platform.Actions.ActionStatus"/>; anything else is a failure.</summary>
    public string? Status { get; init; }

    /// <summary>The build's or deployment's id.</summary>
    public string? ExternalExecutionId { get; init; }

    /// <summary>An <see cref="Platform.Actions.ActionOutcome"/>, or null; anything else is a failure.</summary>
    public string? Outcome { get; init; }

    /// <summary>For people.</summary>
    public string? Message { get; init; }

    /// <summary>One of <see cref="Platform.Actions.ActionErrors"/>, or null.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Manifests by the artifact's name.</summary>
    public IReadOnlyDictionary<string, ObjectRef>? OutputArtifacts { get; init; }

    /// <summary>What later actions may refer to.</summary>
    public IReadOnlyDictionary<string, string>? OutputVariables { get; init; }

    /// <summary>Where the whole result is, if this has only its status.</summary>
    public ObjectRef? Stored { get; init; }

    /// <summary>What the branch caught.</summary>
    public CaughtError? Error { get; init; }
}
