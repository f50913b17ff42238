using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Commands.Seeing.Timelines;

/// <summary>A time as a bar.</summary>
internal static class TimelineBar
{
    public const char Running = '█';
    public const char Queued = '▒';
    public const char Waiting = '░';

    /// <summary>One cell for each part of the whole time; what is too short for a cell has one all the same.</summary>
    /// <param name="parts">What is drawn.</param>
    /// <param name="start">Where the whole begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="cells">How many cells there are.</param>
    public static string Of(IReadOnlyList<TimelinePart> parts, DateTimeOffset start, DateTimeOffset end, int cells)
    {
        var bar = new char[cells];
        var whole = Math.Max(1, (end - start).Ticks);
        for (var cell = 0; cell < cells; cell++)
        {
            var (from, to) = (start.AddTicks(whole * cell / cells), start.AddTicks(whole * (cell + 1) / cells));
            bar[cell] = Letter(Longest(parts, from, to));
        }

        foreach (var part in parts)
        {
            var cell = Math.Clamp((int)((part.StartTime - start).Ticks * cells / whole), 0, cells - 1);
            bar[cell] = bar[cell] == ' ' ? Letter(part.Kind) : bar[cell];
        }

        return new string(bar);
    }

    /// <summary>What the letters mean.</summary>
    public static Row Legend { get; } = new(new Span($"{Running} running  {Queued} queued  {Waiting} waiting", Tone.Quiet));

    private static TimelineKind? Longest(IReadOnlyList<TimelinePart> parts, DateTimeOffset from, DateTimeOffset to) => parts
        .Select(part => (part.Kind, Ticks: Math.Min(part.EndTime.Ticks, to.Ticks) - Math.Max(part.StartTime.Ticks, from.Ticks))).Where(part => part.Ticks > 0)
        .GroupBy(part => part.Kind).Select(kind => (Kind: (TimelineKind?)kind.Key, Ticks: kind.Sum(part => part.Ticks))).OrderByDescending(kind => kind.Ticks).ThenBy(kind => kind.Kind).Select(kind => kind.Kind).FirstOrDefault();

    private static char Letter(TimelineKind? kind) => kind switch
    {
        TimelineKind.Running => Running,
        TimelineKind.Queued => Queued,
        TimelineKind.Waiting => Waiting,
        _ => ' ',
    };
}
