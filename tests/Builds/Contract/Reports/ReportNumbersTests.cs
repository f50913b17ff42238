using System.Text.Json;
using Sluice.BuildContract.Reports;
using Sluice.Platform.Json;

namespace Sluice.Builds.Tests.Contract.Reports;

public sealed class ReportNumbersTests
{
    [Fact]
    public void A_summary_counts_each_status_and_adds_the_durations()
    {
        var summary = TestSummary.Of([Case(TestStatus.Failed, 5), Case(TestStatus.Succeeded, 7), Case(TestStatus.Failed, long.MaxValue)]);

        (summary.Total, summary.DurationInNanoSeconds).ShouldBe((3, long.MaxValue));
        JsonSerializer.Serialize(summary.StatusCounts, SluiceJson.Options).ShouldBe("""{"SUCCEEDED":1,"FAILED":2,"ERROR":0,"SKIPPED":0,"UNKNOWN":0}""");
    }

    [Fact]
    public void Coverage_adds_up_and_never_turns_negative()
    {
        (new CoverageCounts(1, 2, 3, 4) + new CoverageCounts(10, 20, 30, 40)).ShouldBe(new CoverageCounts(11, 22, 33, 44));
        (new CoverageCounts(int.MaxValue, 0, 0, 0) + new CoverageCounts(1, 0, 0, 0)).LinesCovered.ShouldBe(int.MaxValue);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 2, 33.33)]
    [InlineData(3, 0, 100)]
    [InlineData(int.MaxValue, int.MaxValue, 50)]
    public void Percentages_have_two_digits(int covered, int missed, double expected)
    {
        new CoverageCounts(covered, missed, 0, 0).LineCoveragePercentage.ShouldBe(expected);
        new CoverageCounts(0, 0, covered, missed).BranchCoveragePercentage.ShouldBe(expected);
    }

    private static TestCase Case(TestStatus status, long nanoSeconds) => new("a", status, nanoSeconds, null, null, null, "f");
}
