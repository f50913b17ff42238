using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Statistics;

namespace Sluice.Deployments.Tests.Analysis.Sampling;

public sealed class LevelCellsTests
{
    [Theory]
    [InlineData(200, ChangeDirection.Increase, 10, true, "TC(:200) ok|TC(200:219.99999978) Increase|TC(219.99999978:) Increase far")]
    [InlineData(200, ChangeDirection.Decrease, 10, true, "TC(:180) Decrease far|TC(180:199.9999998) Decrease|TC(199.9999998:) ok")]
    [InlineData(200, ChangeDirection.Either, 5, false, "TC(:195) Decrease far|TC(195:199.9999998) Decrease|TC(199.9999998:200) ok|TC(200:204.999999795) Increase|TC(204.999999795:) Increase far")]
    [InlineData(0.2, ChangeDirection.Increase, 10, true, "TC(:0.2) ok|TC(0.2:0.2199999997) Increase|TC(0.2199999997:) Increase far")]
    [InlineData(200, ChangeDirection.Increase, 0, true, "TC(:200) ok|TC(200:) Increase far")]
    [InlineData(0, ChangeDirection.Increase, 10, true, "TC(:0) ok|TC(0:) Increase far")]
    [InlineData(3, ChangeDirection.Decrease, 5, false, "TC(:2.999999997) Decrease|TC(2.999999997:) ok")]
    [InlineData(-1, ChangeDirection.Increase, 10, true, "")]
    public void Values_are_counted_up_to_the_level_beyond_it_and_far_beyond_it(double level, ChangeDirection direction, double amount, bool isRelative, string expected) =>
        string.Join('|', LevelCells.Of(level, new MetricComparison(direction, 0.98, 0.33, new MinimumChange(amount, isRelative)))
            .Select(cell => $"{cell.Stat} {cell.Side?.ToString() ?? "ok"}{(cell.IsFar ? " far" : "")}")).ShouldBe(expected);
}
