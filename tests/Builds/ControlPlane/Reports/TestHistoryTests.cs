using Sluice.BuildContract.Reports;
using Sluice.Builds.ControlPlane.Reports.History;

namespace Sluice.Builds.Tests.ControlPlane.Reports;

public sealed class TestHistoryTests
{
    /// <summary>P passed, F failed, s skipped; newest first; a digit is the commit of the runs before it.</summary>
    [Theory]
    [InlineData("P F P F", true, "to and fro")]
    [InlineData("P P F F", false, "broken, then mended")]
    [InlineData("P F P P", false, "broken once for a while")]
    [InlineData("F F F F", false, "never good")]
    [InlineData("P1 F1", true, "one commit, both ends")]
    [InlineData("P1 F2", false, "two commits")]
    [InlineData("P1 s F2 s P3", false, "what is skipped tells nothing")]
    [InlineData("", false, "not there")]
    public void A_test_is_flaky_that_changes_though_nothing_else_did(string runs, bool expected, string why)
    {
        var reports = runs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((run, number) => (run.Length > 1 ? run[1..] : $"own-{number}", Report(run[0])));
        new TestHistory(reports.Select(one => ((string?)one.Item1, one.Item2))).Of(new TestName(null, "adds")).Flaky.ShouldBe(expected, why);
    }

    private static ReportData Report(char end) => new(
        "unit", ReportType.Test, ReportStatus.Succeeded, null, null,
        [new TestCase("adds", end switch { 'P' => TestStatus.Succeeded, 'F' => TestStatus.Failed, _ => TestStatus.Skipped }, 1, null, null, null, "junit.xml")], [], [], []);
}
