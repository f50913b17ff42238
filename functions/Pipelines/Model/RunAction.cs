using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Model;

/// <summary>An action of a run, from when its service is asked to do it. What its declaration says is not repeated here: a run of 500 actions is one item of the table.</summary>
internal sealed record RunAction
{
    public required string ActionName { get; init; }

    /// <summary>The same for the same run, stage, action and attempt: a service's record is found by it.</summary>
    public required string ActionExecutionId { get; init; }

    public required ActionExecutionStatus Status { get; init; }

    public required DateTimeOffset StartTime { get; init; }

    public required DateTimeOffset LastUpdateTime { get; init; }

    public IReadOnlyDictionary<string, ObjectRef> OutputArtifacts { get; init; } = new Dictionary<string, ObjectRef>();

    /// <summary>The build's or deployment's own id; known when it has answered.</summary>
    public string? ExternalExecutionId { get; init; }

    /// <summary>A deployment's end.</summary>
    public ActionOutcome? Outcome { get; init; }

    public string? Message { get; init; }

    /// <summary>One of <see cref="ActionErrors"/>, or null.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>A retry has begun it again.</summary>
    public bool IsPutAside { get; init; }

    /// <summary>Whether variables of it are kept.</summary>
    public bool HasVariables { get; init; }
}
