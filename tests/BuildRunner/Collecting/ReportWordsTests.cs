using Sluice.BuildContract.Reports;
using Sluice.BuildRunner.Collecting;

namespace Sluice.BuildRunner.Tests.Collecting;

public sealed class ReportWordsTests
{
    [Theory]
    [InlineData(3, 1, 1, 1, 2, "SUCCEEDED, 75.0 % of 4 lines and 50.0 % of 2 branches, of 2 files")]
    [InlineData(1, 2, 0, 0, 1, "SUCCEEDED, 33.3 % of 3 lines, of 1 file")]
    [InlineData(1, 0, 0, 1, 1, "SUCCEEDED, 100.0 % of 1 line and 0.0 % of 1 branch, of 1 file")]
    [InlineData(0, 0, 0, 0, 1, "SUCCEEDED, no lines, of 1 file")]
    public void Coverage_is_told_in_a_line(int linesCovered, int linesMissed, int branchesCovered, int branchesMissed, int files, string expected) =>
        ReportWords.Of(new ReportData(
            "g", ReportType.CodeCoverage, ReportStatus.Succeeded, null, new CoverageCounts(linesCovered, linesMissed, branchesCovered, branchesMissed), [], [], [.. Enumerable.Repeat("f", files)], []))
            .ShouldBe(expected);
}
