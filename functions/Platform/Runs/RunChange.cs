using Sluice.Platform.Tables;

namespace Sluice.Platform.Runs;

/// <summary>What becomes of one record, with what is told of it and written beside it.</summary>
/// <param name="Before">As it was read; null makes it. It must be at the same revision still.</param>
/// <param name="After">As it is to be.</param>
public sealed record RunChange<TRecord>(Versioned<TRecord>? Before, TRecord After)
    where TRecord : class
{
    /// <summary>Told in the same transaction.</summary>
    public IReadOnlyList<RunEvent> Events { get; init; } = [];

    /// <summary>Written in the same transaction.</summary>
    public IReadOnlyList<GuardedWrite> Also { get; init; } = [];
}
