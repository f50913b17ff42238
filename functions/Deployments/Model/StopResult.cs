namespace Sluice.Deployments.Model;

/// <summary>What became of a wish to stop.</summary>
internal enum StopResult
{
    /// <summary>It is recorded, now or before.</summary>
    Recorded,

    /// <summary>The deployment had ended, or has no way back any more.</summary>
    AlreadyEnded,
}
