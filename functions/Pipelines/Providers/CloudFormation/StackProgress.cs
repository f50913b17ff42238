using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers.Calls;
using Sluice.Platform.Json;

namespace Sluice.Pipelines.Providers.CloudFormation;

/// <summary>How far an action with a stack is.</summary>
[Kind("stack")]
internal sealed record StackProgress : CallingProgress
{
    public StackPhase Phase { get; init; }

    /// <summary>The stack's ARN, by which it is found when it is deleted, too; null while there is none.</summary>
    public string? StackId { get; init; }

    /// <summary>CREATE or UPDATE, which the change set is made for.</summary>
    public string? ChangeSetType { get; init; }

    public string? ChangeSetId { get; init; }

    /// <summary>How often it was looked at in this phase.</summary>
    public int Looks { get; init; }

    /// <summary>Why CloudFormation went back, as it said while it did.</summary>
    public string? Reason { get; init; }

    /// <summary>CloudFormation was told to stop.</summary>
    public bool IsCancelled { get; init; }

    public override ProgressNote? Note() => (ChangeSetId ?? StackId) is { } id ? new ProgressNote(null, id, null) : null;
}
