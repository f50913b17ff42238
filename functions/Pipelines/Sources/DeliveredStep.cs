namespace Sluice.Pipelines.Sources;

/// <summary>What becomes of a push that a git host tells of.</summary>
internal enum DeliveredStep
{
    /// <summary>Its commit is taken up already: a poll was faster.</summary>
    Nothing,

    /// <summary>It comes right after what was last taken up: its commit is released, whatever was pushed since.</summary>
    Start,

    /// <summary>Others are missed, or come later: the repository itself says where it stands.</summary>
    Look,
}
