using Sluice.Platform.Tables;

namespace Sluice.Platform.Runs;

/// <summary>A write of a transaction, and what it means if its condition does not hold.</summary>
/// <param name="Write">The write.</param>
/// <param name="Refusal">What is thrown then; null if someone else was faster, and the whole is decided again.</param>
public sealed record GuardedWrite(TableWrite Write, Exception? Refusal = null)
{
    /// <summary>A write whose refusal means that someone else was faster.</summary>
    public static implicit operator GuardedWrite(TableWrite write) => new(write);

    /// <summary>Makes all of the writes or none.</summary>
    /// <returns>False if someone else was faster.</returns>
    /// <exception cref="Exception">What the first of the refused writes means that means anything.</exception>
    public static async Task<bool> TryAllAsync(ITable table, IReadOnlyList<GuardedWrite> writes, CancellationToken cancellationToken)
    {
        try
        {
            await table.TransactAsync([.. writes.Select(guarded => guarded.Write)], cancellationToken);
            return true;
        }
        catch (TransactionRefusedException e)
        {
            return e.Failed.Select(index => writes[index].Refusal).FirstOrDefault(refusal => refusal is not null) is { } meaning ? throw meaning : false;
        }
    }
}
