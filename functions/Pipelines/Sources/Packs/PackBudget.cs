namespace Sluice.Pipelines.Sources.Packs;

/// <summary>What a pack may grow to.</summary>
internal sealed class PackBudget(PackLimits limits)
{
    private const long MostPassed = 512 * 1024 * 1024;
    private const int MostRounds = 5000;
    private long _kept;
    private int _rounds;
    private long _passed;

    /// <exception cref="FormatException">It would be too much.</exception>
    public void Keep(long size)
    {
        if (size < 0 || size > limits.One || (_kept += size) > limits.Kept)
        {
            throw new FormatException($"The pack grows to more than is kept of one: {PackLimits.Text(limits.One)} for an object, {PackLimits.Text(limits.Kept)} for all.");
        }
    }

    /// <summary>Deltas by name may be in an order in which each makes only the next one's base.</summary>
    /// <exception cref="FormatException">There were too many rounds.</exception>
    public void Round()
    {
        if (++_rounds > MostRounds)
        {
            throw new FormatException($"The pack's deltas are a chain of more than {MostRounds}.");
        }
    }

    /// <exception cref="FormatException">It would be too much.</exception>
    public void Pass(long size)
    {
        if (size < 0 || (_passed += size) > MostPassed)
        {
            throw new FormatException($"The files of the pack grow to more than {MostPassed / 1024 / 1024} MiB.");
        }
    }
}
