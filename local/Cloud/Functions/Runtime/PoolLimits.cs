namespace Sluice.Local.Cloud.Functions.Runtime;

/// <summary>How the processes of a version are kept.</summary>
internal sealed record PoolLimits
{
    /// <summary>A version's processes at one time.</summary>
    public int Processes { get; init; } = 10;

    /// <summary>Lambda's bound on initialisation.</summary>
    public TimeSpan Initialisation { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a request waits for a process before it is refused with 429.</summary>
    public TimeSpan Queue { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long requests that are under way may take when the suite stops.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a process waits for requests before it is ended.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(5);
}
