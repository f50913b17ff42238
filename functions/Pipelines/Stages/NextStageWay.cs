namespace Sluice.Pipelines.Stages;

/// <summary>The ways that the pipeline's machine goes on; its Choice names them.</summary>
internal enum NextStageWay
{
    /// <summary>Do the actions that the answer names.</summary>
    Actions,

    /// <summary>Ask again.</summary>
    Again,

    /// <summary>The run has ended.</summary>
    Ended,
}
