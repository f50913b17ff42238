namespace Sluice.Local.Commands.Seeing.Timelines;

/// <summary>How a time was spent, in seconds. Where several things went on at once it counts as running if one of them ran, else as queued if one of them was.</summary>
/// <param name="RunningSeconds">Something was done.</param>
/// <param name="QueuedSeconds">Nothing was done, and something stood in a queue.</param>
/// <param name="WaitingSeconds">All that there was waited.</param>
/// <param name="BetweenSeconds">Nothing was to be done: the run went from one thing to the next, or had failed and was retried later.</param>
internal sealed record TimelineShares(decimal RunningSeconds, decimal QueuedSeconds, decimal WaitingSeconds, decimal BetweenSeconds)
{
    private const int Decimals = 3;

    public static TimelineShares Of(DateTimeOffset start, DateTimeOffset end, IReadOnlyList<TimelinePart> parts)
    {
        var marks = parts.SelectMany(part => new[] { part.StartTime, part.EndTime }).Append(start).Append(end).Where(mark => mark >= start && mark <= end).Distinct().Order().ToList();
        var spent = marks.Zip(marks.Skip(1)).GroupBy(span => KindOf(parts, span.First, span.Second)).ToDictionary(
            spans => spans.Key?.ToString() ?? "", spans => SecondsOf(TimeSpan.FromTicks(spans.Sum(span => (span.Second - span.First).Ticks))), StringComparer.Ordinal);
        return new TimelineShares(
            spent.GetValueOrDefault(nameof(TimelineKind.Running)), spent.GetValueOrDefault(nameof(TimelineKind.Queued)), spent.GetValueOrDefault(nameof(TimelineKind.Waiting)), spent.GetValueOrDefault(""));
    }

    /// <summary>What most of a time was spent with; null for nothing.</summary>
    public static TimelineKind? KindOf(IEnumerable<TimelinePart> parts, DateTimeOffset start, DateTimeOffset end)
    {
        var kinds = parts.Where(part => part.StartTime < end && part.EndTime > start).Select(part => part.Kind).ToHashSet();
        return kinds.Count == 0 ? null : kinds.Min();
    }

    public static decimal SecondsOf(TimeSpan time) => Math.Round((decimal)time.Ticks / TimeSpan.TicksPerSecond, Decimals);
}
