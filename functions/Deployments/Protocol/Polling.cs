namespace Sluice.Deployments.Protocol;

/// <summary>
/// How often the current step looks for what must come, and for how long. The waits between the looks are counted, not read off a clock: a machine that slept has not waited meanwhile.
/// </summary>
internal static class Polling
{
    private const int Longest = 30;
    private const int Growing = 5;

    /// <summary>How long to wait after a look: 1, 2, 4, 8, 16 and then always 30 s.</summary>
    public static int Pause(int attempt) => attempt > Growing ? Longest : 1 << (attempt - 1);

    /// <summary>How many seconds were waited before a look.</summary>
    public static int Waited(int attempt) => attempt <= Growing + 1 ? (1 << (attempt - 1)) - 1 : (1 << Growing) - 1 + ((attempt - Growing - 1) * Longest);

    /// <summary>Whether what the step waits for is too late.</summary>
    public static bool IsOver(Deployment record, Move move) => Waited(record.Attempt) >= move.DeadlineSeconds;

    /// <summary>The next look. When the last one is, is told anew: whoever reads it has a clock that is right now.</summary>
    public static Deployment Next(Deployment record, Move move, DateTimeOffset now)
    {
        var next = record.Leased(now) with { Attempt = record.Attempt + 1 };
        return next with { Deadline = now.AddSeconds(Math.Max(0, move.DeadlineSeconds!.Value - Waited(next.Attempt))) };
    }
}
