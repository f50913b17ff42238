using Microsoft.Extensions.Logging;
using Sluice.Local.StateMachines.Time;

namespace Sluice.Local.Host.Clocks;

/// <summary>Says so when the clock was moved, so that who reads times that do not fit together knows why. Nothing waits for it: durations are counted by another clock.</summary>
internal sealed class ClockWatch(TimeProvider time, ILogger<ClockWatch> logger)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private readonly ClockMoves _moves = new(time);

    public async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Look, time);
        var before = _moves.Seconds();
        while (await timer.WaitForNextTickAsync(stop))
        {
            var moved = _moves.Seconds();
            if (moved != before)
            {
                logger.LogWarning("{What}; what waits goes on with the time that remained", Text(TimeSpan.FromSeconds(moved - before)));
                before = moved;
            }
        }
    }

    internal static string Text(TimeSpan move) =>
        move < TimeSpan.Zero ? $"The clock was set back by {Length(-move)}" : $"The clock was set forward by {Length(move)}, or this machine slept";

    private static string Length(TimeSpan length)
    {
        (int Count, string Unit)[] parts = [(length.Days, "d"), (length.Hours, "h"), (length.Minutes, "min"), (length.Seconds, "s")];
        return string.Join(' ', parts.Where(part => part.Count > 0).Select(part => $"{part.Count} {part.Unit}"));
    }
}
