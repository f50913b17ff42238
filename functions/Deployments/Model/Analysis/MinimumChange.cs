using Sluice.Deployments.Statistics;

namespace Sluice.Deployments.Model.Analysis;

/// <summary>How much the level must change before the change matters at all.</summary>
/// <param name="Amount">In the metric's unit, or in percent of the old version's level.</param>
/// <param name="IsRelative">Whether it is percent of the old level. Any change from a level of zero is more than any percentage.</param>
public sealed record MinimumChange(double Amount, bool IsRelative)
{
    /// <summary>Whether the change from a level to another is a bad one, and at least this.</summary>
    internal bool IsReached(double now, double before, ChangeDirection direction) => direction switch
    {
        ChangeDirection.Increase => now > before && Bound.AtLeast(now, before + From(before)),
        ChangeDirection.Decrease => now < before && Bound.AtMost(now, before - From(before)),
        _ => IsReached(now, before, ChangeDirection.Increase) || IsReached(now, before, ChangeDirection.Decrease),
    };

    /// <summary>The amount in the metric's unit.</summary>
    internal double From(double level) => IsRelative ? Math.Abs(level) * (Amount / 100) : Amount;
}
