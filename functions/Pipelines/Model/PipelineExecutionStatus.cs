namespace Sluice.Pipelines.Model;

/// <summary>CodePipeline's statuses of a run.</summary>
public enum PipelineExecutionStatus
{
    /// <summary>It runs, or waits for a stage.</summary>
    InProgress,

    /// <summary>A stop is recorded; what runs is finishing.</summary>
    Stopping,

    /// <summary>It was stopped.</summary>
    Stopped,

    /// <summary>All stages succeeded.</summary>
    Succeeded,

    /// <summary>A newer run took its place while it waited for a stage.</summary>
    Superseded,

    /// <summary>An action failed.</summary>
    Failed,

    /// <summary>Not used: a run goes on by the version of the pipeline that it began with.</summary>
    Cancelled,
}
