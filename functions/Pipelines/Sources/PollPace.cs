namespace Sluice.Pipelines.Sources;

/// <summary>How often sources are looked at.</summary>
/// <param name="Remote">Repositories on other hosts, while they answer.</param>
/// <param name="Folder">Repositories on this machine. Where their changes are also told as they happen, this is for those that were not.</param>
public sealed record PollPace(TimeSpan Remote, TimeSpan Folder)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(1);

    /// <summary>A minute, and ten seconds.</summary>
    public static PollPace Default { get; } = new(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(10));

    /// <summary>The pause before a repository's next look. Each failure in a row doubles it, to a quarter of an hour at most; what a host asks for is kept to, up to an hour.</summary>
    /// <param name="repository">Spreads the looks, so that those that failed together do not come back together.</param>
    /// <param name="failures">How many looks in a row failed.</param>
    /// <param name="retryAfter">What the host asked for.</param>
    internal TimeSpan Next(string repository, int failures, TimeSpan? retryAfter = null)
    {
        if (!IsRemote(repository))
        {
            return Folder;
        }

        var asked = retryAfter is { } wish && wish > TimeSpan.Zero ? (wish < LongestAsked ? wish : LongestAsked) : TimeSpan.Zero;
        var own = Pause(failures) * (0.9 + (0.2 * Spread(repository, failures)));
        return asked > own ? asked : own;
    }

    internal static bool IsRemote(string repository) =>
        repository.Contains("://", StringComparison.Ordinal) && !repository.StartsWith("file:", StringComparison.Ordinal);

    /// <summary>Without the spread.</summary>
    internal TimeSpan Pause(int failures)
    {
        var doubled = Remote * Math.Pow(2, Math.Clamp(failures - 1, 0, 20));
        return failures <= 1 || doubled <= Longest ? doubled : Longest > Remote ? Longest : Remote;
    }

    /// <summary>0 to 1, the same for the same repository and failure (FNV-1a).</summary>
    private static double Spread(string repository, int failures)
    {
        var hash = 2166136261u ^ (uint)failures;
        foreach (var c in repository)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return hash / (double)uint.MaxValue;
    }
}
