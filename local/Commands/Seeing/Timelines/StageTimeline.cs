namespace Sluice.Local.Commands.Seeing.Timelines;

/// <summary>Where the time of a stage went.</summary>
/// <param name="StageName">The stage.</param>
/// <param name="Status">How it ended, or that it goes on; null before it was entered.</param>
/// <param name="ArrivedTime">When the run came to its door.</param>
/// <param name="EnteredTime">When it entered; null if it has not.</param>
/// <param name="EndTime">When it left; now for one that it is in.</param>
/// <param name="Seconds">From its door to its end.</param>
/// <param name="Shares">What with, its actions and the rules of its conditions together.</param>
/// <param name="Parts">Waits before it and the rules of its conditions, one after the other.</param>
/// <param name="Actions">Its actions.</param>
internal sealed record StageTimeline(
    string StageName, string? Status, DateTimeOffset ArrivedTime, DateTimeOffset? EnteredTime, DateTimeOffset EndTime, decimal Seconds, TimelineShares Shares, IReadOnlyList<TimelinePart> Parts, IReadOnlyList<ActionTimeline> Actions);
