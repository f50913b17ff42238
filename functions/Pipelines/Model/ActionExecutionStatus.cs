namespace Sluice.Pipelines.Model;

/// <summary>CodePipeline's statuses of an action of a run.</summary>
public enum ActionExecutionStatus
{
    /// <summary>Its service was asked to do it.</summary>
    InProgress,

    /// <summary>Nobody waits for it any more; its service may be at it still.</summary>
    Abandoned,

    /// <summary>It is done.</summary>
    Succeeded,

    /// <summary>It failed; its message says why.</summary>
    Failed,
}
