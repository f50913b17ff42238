using Sluice.BuildContract.Reports;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Collecting;
using Sluice.BuildRunner.Reports;
using Sluice.BuildRunner.Reports.Content;

namespace Sluice.BuildRunner.Tests.Collecting;

public sealed class ReportTallyTests
{
    private readonly ReportTally _tally = new(new BuildspecReport("unit", ReportFormats.Default, new BuildspecArtifact(["*"], null, [], false)), "/src");

    [Fact]
    public void Of_too_many_cases_those_that_failed_are_kept_and_all_are_counted()
    {
        _tally.Add(File("a", CaseList.MostKept, TestStatus.Succeeded));
        _tally.Add(File("b", 5, TestStatus.Failed));
        _tally.Add(File("c", 1, TestStatus.Skipped));

        var data = _tally.Data();

        (data.Tests!.Total, data.TestCases.Count, data.Truncated).ShouldBe((CaseList.MostKept + 6, CaseList.MostKept, true));
        data.TestCases.Count(test => test.Status == TestStatus.Failed).ShouldBe(5);
        ReportWords.Of(data).ShouldBe("FAILED, 100006 tests (100000 succeeded, 5 failed, 1 skipped) in 0.0 s, of 3 files; the first 100000 are kept, those that failed before others");
    }

    [Theory]
    [InlineData(TestStatus.Succeeded, ReportStatus.Succeeded)]
    [InlineData(TestStatus.Skipped, ReportStatus.Succeeded)]
    [InlineData(TestStatus.Unknown, ReportStatus.Succeeded)]
    [InlineData(TestStatus.Failed, ReportStatus.Failed)]
    [InlineData(TestStatus.Error, ReportStatus.Failed)]
    public void The_status_is_that_of_the_worst(TestStatus test, ReportStatus expected)
    {
        _tally.Add(File("a", 1, TestStatus.Succeeded));
        _tally.Add(File("b", 1, test));

        _tally.Data().Status.ShouldBe(expected);
    }

    [Fact]
    public void Coverage_of_one_file_from_several_runs_is_put_together()
    {
        var tally = new ReportTally(new BuildspecReport("unit", ReportFormats.Find("JACOCOXML")!, new BuildspecArtifact(["*"], null, [], false)), "/src");
        var (first, second) = (new ReportContent("a"), new ReportContent("b"));
        first.Coverage.Of("/src/A.java").Add(1, new(true, 1, 1));
        first.Coverage.Of("/src/A.java").Add(2, new(false, 0, 0));
        second.Coverage.Of("A.java").Add(2, new(true, 0, 0));
        second.Coverage.Of("A.java").Add(3, new(false, 0, 2));
        tally.Add(first);
        tally.Add(second);

        var data = tally.Data();

        data.CodeCoverages.ShouldBe([new FileCoverage("A.java", new CoverageCounts(2, 1, 1, 3))]);
        data.Coverage.ShouldBe(new CoverageCounts(2, 1, 1, 3));
        data.Tests.ShouldBeNull();
    }

    private static ReportContent File(string name, int cases, TestStatus status)
    {
        var content = new ReportContent(name);
        for (var n = 0; n < cases; n++)
        {
            content.Add(1, new FoundCase($"{n}", status));
        }

        return content;
    }
}
