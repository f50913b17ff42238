namespace Sluice.Pipelines.Model;

/// <summary>Where a run is between two calls of NextStage.</summary>
internal enum RunPhase
{
    /// <summary>At the door of the stage <see cref="PipelineRun.StageIndex"/>: nothing runs.</summary>
    Entering,

    /// <summary>In that stage, with the actions of <see cref="PipelineRun.RunOrder"/> running.</summary>
    Acting,

    /// <summary>It has ended and holds no stage.</summary>
    Ended,
}
