namespace Sluice.Pipelines.Providers.S3;

/// <summary>How much one call of a function copies: a Lambda's time is enough for it with room. What is left the next call does.</summary>
/// <param name="time">The clock.</param>
internal sealed class CopyBudget(TimeProvider time)
{
    /// <summary>Of one call.</summary>
    public const int MostFiles = 500;

    private const long MostBytes = 256L << 20;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(60);

    private readonly DateTimeOffset _until = time.GetUtcNow() + MostTime;
    private int _files;
    private long _bytes;

    /// <summary>At least one file is copied with each call.</summary>
    public bool IsSpent => _files > 0 && (_files >= MostFiles || _bytes >= MostBytes || time.GetUtcNow() >= _until);

    public void Spend(long bytes) => (_files, _bytes) = (_files + 1, _bytes + bytes);
}
