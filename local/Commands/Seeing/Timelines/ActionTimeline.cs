namespace Sluice.Local.Commands.Seeing.Timelines;

/// <summary>Where the time of an action went.</summary>
/// <param name="ActionName">The action; one that was retried is there again.</param>
/// <param name="Status">How it ended, or that it goes on.</param>
/// <param name="StartTime">When it began.</param>
/// <param name="EndTime">When it ended; now for one that goes on.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Shares">What with.</param>
/// <param name="Parts">The same one after the other.</param>
internal sealed record ActionTimeline(string ActionName, string? Status, DateTimeOffset StartTime, DateTimeOffset EndTime, decimal Seconds, TimelineShares Shares, IReadOnlyList<TimelinePart> Parts);
