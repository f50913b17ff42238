namespace Sluice.Pipelines.Stages;

/// <summary>Where the pipeline's machine goes next; its Choice names them.</summary>
internal enum NextStageBranch
{
    /// <summary>Do the actions that the answer names.</summary>
    Actions,

    /// <summary>Ask again.</summary>
    Repeat,

    /// <summary>The run has ended.</summary>
    Ended,
}
