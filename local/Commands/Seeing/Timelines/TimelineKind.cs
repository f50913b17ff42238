namespace Sluice.Local.Commands.Seeing.Timelines;

/// <summary>What a run's time was spent with.</summary>
internal enum TimelineKind
{
    /// <summary>Something was done.</summary>
    Running,

    /// <summary>It stood in a queue of the service that does it.</summary>
    Queued,

    /// <summary>It waited for another run, for a person, or for a moment.</summary>
    Waiting,
}
