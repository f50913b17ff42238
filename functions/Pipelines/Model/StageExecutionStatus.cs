namespace Sluice.Pipelines.Model;

/// <summary>CodePipeline's statuses of a stage of a run.</summary>
public enum StageExecutionStatus
{
    /// <summary>Its actions run.</summary>
    InProgress,

    /// <summary>A stop is recorded; its running actions are finishing.</summary>
    Stopping,

    /// <summary>The run was stopped in it.</summary>
    Stopped,

    /// <summary>All its actions succeeded.</summary>
    Succeeded,

    /// <summary>One of its actions failed.</summary>
    Failed,
}
