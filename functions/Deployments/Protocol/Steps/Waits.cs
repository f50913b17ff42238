namespace Sluice.Deployments.Protocol.Steps;

/// <summary>What the current step's task waits for, and how long: the move's own wait, or that of its extension.</summary>
internal static class Waits
{
    public static int Seconds(Deployment record, Move move) =>
        Current(record) is { } extended ? extended.Seconds
        : StepAnalysis.IsPaused(record) ? Move.PauseSeconds
        : move.Hook?.TimeoutSeconds ?? StepAnalysis.WaitSeconds(record, move);

    /// <summary>Only time is waited for when a step goes on after a pause that someone has ended.</summary>
    public static WaitKind Kind(Deployment record, Move move)
    {
        var kind = StepAnalysis.IsPaused(record) ? WaitKind.Pause : move.Wait;
        return kind == WaitKind.Pause && Current(record) is not null ? WaitKind.Bake : kind;
    }

    /// <summary>The extension of the current step; null if it has none.</summary>
    public static Extension? Of(Deployment record) => record.Extended is { } extended && extended.Step == record.Step ? extended : null;

    /// <summary>The current step waits once more.</summary>
    public static Deployment Extend(Deployment record, int seconds, DateTimeOffset now) => record.Leased(now, seconds) with
    {
        Attempt = record.Attempt + 1,
        Extended = new Extension(record.Step, record.Attempt + 1, (Of(record)?.Count ?? 0) + 1, seconds),
    };

    /// <summary>The current step's wait, which was not parked, is begun again.</summary>
    public static Deployment Repeat(Deployment record, Move move, DateTimeOffset now)
    {
        var extended = Current(record) is { } extension ? extension with { Attempt = record.Attempt + 1 } : record.Extended;
        var again = record with { Attempt = record.Attempt + 1, Extended = extended };
        return again.Leased(now, Seconds(again, move));
    }

    private static Extension? Current(Deployment record) => Of(record) is { } extended && extended.Attempt == record.Attempt ? extended : null;
}
