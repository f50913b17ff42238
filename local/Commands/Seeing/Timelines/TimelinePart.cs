namespace Sluice.Local.Commands.Seeing.Timelines;

/// <summary>A part of the time of a stage or an action.</summary>
/// <param name="Kind">What it was spent with.</param>
/// <param name="What">More of that: <c>stage</c>, <c>transition</c>, <c>approval</c>, <c>window</c> or <c>alarm</c> of what waits, a build's phase, a deployment's lifecycle event, or a rule's name; null if there is no more.</param>
/// <param name="StartTime">From when.</param>
/// <param name="EndTime">Until when; until now for what goes on.</param>
internal sealed record TimelinePart(TimelineKind Kind, string? What, DateTimeOffset StartTime, DateTimeOffset EndTime)
{
    /// <summary>How long, in seconds.</summary>
    public decimal Seconds => TimelineShares.SecondsOf(EndTime - StartTime);
}
