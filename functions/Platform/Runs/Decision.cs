namespace Sluice.Platform.Runs;

/// <summary>What is to be stored, told and answered. Nothing is stored if the record is the one that was decided on.</summary>
/// <param name="Record">The record as it is to be.</param>
/// <param name="Answer">For whoever asked, when the rest is stored; not read if <see cref="Throw"/> is there.</param>
public sealed record Decision<TRecord, T>(TRecord Record, T Answer)
    where TRecord : class
{
    /// <summary>Told in the same transaction.</summary>
    public IReadOnlyList<RunEvent> Events { get; init; } = [];

    /// <summary>Written in the same transaction.</summary>
    public IReadOnlyList<GuardedWrite> Also { get; init; } = [];

    /// <summary>Other records that this one makes or changes, in the same transaction.</summary>
    public IReadOnlyList<RunChange<TRecord>> Beside { get; init; } = [];

    /// <summary>Thrown when the rest is stored.</summary>
    public Exception? Throw { get; init; }
}
