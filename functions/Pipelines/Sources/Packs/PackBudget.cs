namespace Sluice.Pipelines.Sources.Packs;

/// <summary>What a pack may grow to.</summary>
internal sealed class PackBudget
{
    private const long MostOfOne = 16 * 1024 * 1024;
    private const long MostKept = 96 * 1024 * 1024;
    private const long MostPassed = 512 * 1024 * 1024;
    private const int MostRounds = 5000;
    private long _kept;
    private int _rounds;
    private long _passed;

    /// <exception cref="FormatException">It would be too much.</exception>
    public void Keep(long size)
    {
        if (size is < 0 or > MostOfOne || (_kept += size) > MostKept)
        {
            throw new FormatException($"The pack grows to more than is kept of one: {MostOfOne / 1024 / 1024} MiB for an object, {MostKept / 1024 / 1024} MiB for all.");
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
