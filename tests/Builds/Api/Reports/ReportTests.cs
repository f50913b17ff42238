using System.Text;
using System.Text.Json.Nodes;
using Sluice.Builds.Tests.World;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Tests.Api.Reports;

public sealed class ReportTests : IDisposable
{
    private const string Group = HandedReport.Arn + "report-group/shop-unit";
    private readonly BuildsApi _api = new();

    [Fact]
    public async Task A_report_is_made_of_what_a_build_hands_over_and_so_is_its_group()
    {
        var arn = await MakeAsync(1, "adds passed 20", "removes failed 30", "waits skipped 0");

        arn.ShouldStartWith(HandedReport.Arn + "report/shop-unit:");
        var report = (await _api.CallAsync("BatchGetReports", $"{{'reportArns':['{arn}']}}"))["reports"]![0]!;
        ((string)report["status"]!, (string)report["type"]!, (string)report["reportGroupArn"]!, (string)report["executionId"]!).ShouldBe(("FAILED", "TEST", Group, HandedReport.Arn + "build/shop:1"));
        report["testSummary"]!["statusCounts"]!.ToJsonString().ShouldBe("""{"SUCCEEDED":1,"FAILED":1,"ERROR":0,"SKIPPED":1,"UNKNOWN":0}""");
        ((int)report["testSummary"]!["total"]!, (long)report["testSummary"]!["durationInNanoSeconds"]!).ShouldBe((3, 50_000_000));
        ((double)report["expired"]! - (double)report["created"]!).ShouldBe(TimeSpan.FromDays(365).TotalSeconds);
        var group = (await _api.CallAsync("BatchGetReportGroups", $"{{'reportGroupArns':['{Group}']}}"))["reportGroups"]![0]!;
        ((string)group["type"]!, (string)group["exportConfig"]!["exportConfigType"]!).ShouldBe(("TEST", "NO_EXPORT"));
    }

    [Fact]
    public async Task What_a_build_hands_over_again_changes_nothing()
    {
        var handed = HandedReport.Of("shop", 1, HandedReport.Tests(_api.Objects, "unit", "adds passed 20"));
        var first = await _api.HandOverAsync(handed);
        var writes = _api.Writes;

        (await _api.HandOverAsync(handed)).ReportArns.ShouldBe(first.ReportArns);

        _api.Writes.ShouldBe(writes);
        (await _api.CallAsync("ListReports"))["reports"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Reports_of_the_builds_of_a_fan_out_are_one_report()
    {
        var imported = await _api.HandOverAsync(HandedReport.Of(
            "shop", 1,
            HandedReport.Tests(_api.Objects, "unit", "adds passed 20"), HandedReport.Tests(_api.Objects, "unit", "removes failed 30"),
            HandedReport.Coverage(_api.Objects, "lines", "a.cs 3 7", "b.cs 1 1"), HandedReport.Coverage(_api.Objects, "lines", "a.cs 6 4")));

        imported.Faults.ShouldBeEmpty();
        imported.ReportArns.Count.ShouldBe(2);
        (await CasesAsync(imported.ReportArns[0])).ShouldBe("adds removes");
        var reports = (await _api.CallAsync("BatchGetReports", $"{{'reportArns':['{imported.ReportArns[0]}','{imported.ReportArns[1]}']}}"))["reports"]!;
        ((string)reports[0]!["status"]!, (int)reports[0]!["testSummary"]!["total"]!).ShouldBe(("FAILED", 2));
        reports[1]!["codeCoverageSummary"]!["linesCovered"]!.GetValue<int>().ShouldBe(7);
    }

    [Fact]
    public async Task What_is_wrong_with_one_report_is_told_and_the_others_are_made()
    {
        await _api.CallAsync("CreateReportGroup", "{'name':'shop-unit','type':'CODE_COVERAGE','exportConfig':{}}");

        var imported = await _api.HandOverAsync(HandedReport.Of(
            "shop", 1,
            HandedReport.Tests(_api.Objects, "unit", "adds passed 1"), HandedReport.Tests(_api.Objects, HandedReport.Arn + "report-group/none", "adds passed 1"),
            HandedReport.Tests(_api.Objects, new string('x', 130), "adds passed 1"), HandedReport.Tests(_api.Objects, "good", "adds passed 1")));

        imported.ReportArns.Single().ShouldContain("report/shop-good:");
        imported.Faults.Count.ShouldBe(3);
        imported.Faults[0].ShouldContain("of the type CODE_COVERAGE, and the files are of TEST");
        imported.Faults[1].ShouldContain("There is no report group named 'none'");
        imported.Faults[2].ShouldContain("expected 2 to 128 letters");
    }

    [Fact]
    public async Task Reports_are_listed_newest_first_by_group_and_status_in_pages()
    {
        string[] made = [await MakeAsync(1, "adds passed 1"), await MakeAsync(2, "adds failed 1"), await MakeAsync(3, "adds passed 1")];
        await _api.HandOverAsync(HandedReport.Of("other", 4, HandedReport.Tests(_api.Objects, "unit", "adds failed 1")));

        (await ListAsync("ListReportsForReportGroup", $"{{'reportGroupArn':'{Group}'}}")).ShouldBe([made[2], made[1], made[0]]);
        (await ListAsync("ListReportsForReportGroup", $"{{'reportGroupArn':'{Group}','sortOrder':'ASCENDING','filter':{{'status':'SUCCEEDED'}}}}")).ShouldBe([made[0], made[2]]);
        (await ListAsync("ListReports", "{'filter':{'status':'FAILED'}}")).Count.ShouldBe(2);
        var first = await _api.CallAsync("ListReports", "{'maxResults':3}");
        (await ListAsync("ListReports", $"{{'nextToken':'{first["nextToken"]}'}}")).ShouldBe([made[0]]);
        await _api.CallAsync("DeleteReport", $"{{'arn':'{made[1]}'}}");
        await _api.CallAsync("DeleteReport", $"{{'arn':'{made[1]}'}}");
        (await ListAsync("ListReports")).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_report_that_has_expired_is_gone_though_the_table_still_has_it()
    {
        var arn = await MakeAsync(1, "adds passed 1");
        (await ListAsync("ListReports")).ShouldBe([arn]);
        for (var passed = 0; passed < 400; passed += 40)
        {
            _api.Time.Run(() => Task.Delay(TimeSpan.FromDays(40), _api.Time));
        }

        (await ListAsync("ListReports")).ShouldBeEmpty();
        (await _api.CallAsync("BatchGetReports", $"{{'reportArns':['{arn}']}}"))["reportsNotFound"]![0]!.ToString().ShouldBe(arn);
    }

    [Theory]
    [InlineData("{}", "a:adds a:removes b:waits")]
    [InlineData("{'status':'FAILED'}", "a:removes")]
    [InlineData("{'keyword':'a:'}", "a:adds a:removes")]
    [InlineData("{'keyword':'shop.ca','status':'SKIPPED'}", "b:waits")]
    [InlineData("{'keyword':'nothing'}", "")]
    public async Task Test_cases_are_told_by_status_and_keyword(string filter, string expected)
    {
        var arn = await MakeAsync(1, "a:adds passed 20", "a:removes failed 30", "b:waits skipped 0");
        (await CasesAsync(arn, $",'filter':{filter}")).ShouldBe(expected);
    }

    [Fact]
    public async Task Test_cases_come_in_pages_and_each_once()
    {
        var arn = await MakeAsync(1, [.. Enumerable.Range(0, 120).Select(number => $"test-{number:000} passed 1")]);

        var first = await _api.CallAsync("DescribeTestCases", $"{{'reportArn':'{arn}'}}");
        var second = await _api.CallAsync("DescribeTestCases", $"{{'reportArn':'{arn}','nextToken':'{first["nextToken"]}'}}");

        (first["testCases"]!.AsArray().Count, (string)second["testCases"]![0]!["name"]!, second["testCases"]!.AsArray().Count, second["nextToken"]).ShouldBe((100, "test-100", 20, null));
        (await _api.RefusedAsync("DescribeTestCases", $"{{'reportArn':'{arn}','filter':{{'keyword':'t'}},'nextToken':'{first["nextToken"]}'}}")).Code.ShouldBe("InvalidInputException");
    }

    [Theory]
    [InlineData("", "a.cs b.cs c.cs")]
    [InlineData(",'sortOrder':'DESCENDING'", "c.cs b.cs a.cs")]
    [InlineData(",'sortBy':'LINE_COVERAGE_PERCENTAGE'", "b.cs a.cs c.cs")]
    [InlineData(",'minLineCoveragePercentage':50", "a.cs c.cs")]
    [InlineData(",'minLineCoveragePercentage':20,'maxLineCoveragePercentage':50", "a.cs b.cs")]
    public async Task Files_are_told_by_how_much_of_them_the_tests_ran(string more, string expected)
    {
        var imported = await _api.HandOverAsync(HandedReport.Of("shop", 1, HandedReport.Coverage(_api.Objects, "lines", "c.cs 9 1", "a.cs 5 5", "b.cs 2 8")));

        var answer = await _api.CallAsync("DescribeCodeCoverages", $"{{'reportArn':'{imported.ReportArns[0]}'{more}}}");

        string.Join(' ', answer["codeCoverages"]!.AsArray().Select(file => file!["filePath"])).ShouldBe(expected);
    }

    [Fact]
    public async Task A_trend_tells_the_average_the_highest_and_the_lowest_of_the_newest_reports()
    {
        await MakeAsync(1, "adds failed 10", "removes failed 10");
        await MakeAsync(2, "adds passed 10", "removes failed 20");
        var newest = await MakeAsync(3, "adds passed 10", "removes passed 10", "waits passed 30");

        var passRate = await _api.CallAsync("GetReportGroupTrend", $"{{'reportGroupArn':'{Group}','trendField':'PASS_RATE'}}");
        var duration = await _api.CallAsync("GetReportGroupTrend", $"{{'reportGroupArn':'{Group}','trendField':'DURATION','numOfReports':2}}");
        var total = await _api.CallAsync("GetReportGroupTrend", $"{{'reportGroupArn':'{Group}','trendField':'TOTAL'}}");

        passRate["stats"]!.ToJsonString().ShouldBe("""{"average":"50","max":"100","min":"0"}""");
        passRate["rawData"]![0]!.ToJsonString().ShouldBe($$"""{"data":"100","reportArn":"{{newest}}"}""");
        duration["stats"]!.ToJsonString().ShouldBe("""{"average":"40000000","max":"50000000","min":"30000000"}""");
        total["stats"]!.ToJsonString().ShouldBe("""{"average":"2.33","max":"3","min":"2"}""");
    }

    [Theory]
    [InlineData("LINE_COVERAGE", "50")]
    [InlineData("LINES_COVERED", "5")]
    [InlineData("LINES_MISSED", "5")]
    [InlineData("BRANCH_COVERAGE", "0")]
    [InlineData("BRANCHES_COVERED", "0")]
    [InlineData("BRANCHES_MISSED", "0")]
    public async Task A_trend_of_coverage_has_each_of_its_numbers(string field, string expected)
    {
        await _api.HandOverAsync(HandedReport.Of("shop", 1, HandedReport.Coverage(_api.Objects, "unit", "a.cs 5 5")));
        (await _api.CallAsync("GetReportGroupTrend", $"{{'reportGroupArn':'{Group}','trendField':'{field}'}}"))["stats"]!["max"]!.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("NONE", "out/a/ID/junit.xml")]
    [InlineData("ZIP", "out/a/ID.zip")]
    public async Task A_report_is_exported_as_its_group_says_and_nothing_leaves_the_folder(string packaging, string expected)
    {
        await _api.CallAsync("CreateReportGroup", $"{{'name':'shop-unit','type':'TEST','exportConfig':{{'s3Destination':{{'bucket':'out','path':'/a/','packaging':'{packaging}'}}}}}}");

        var arn = await MakeAsync(1, "adds passed 1");

        var written = _api.Objects.All.Where(reference => reference.Bucket == "out").Select(reference => $"{reference.Bucket}/{reference.Key}".Replace(arn.Split(':')[^1], "ID"));
        written.ShouldBe([expected]);
        var content = _api.Objects[_api.Objects.All.Single(reference => reference.Bucket == "out")];
        (packaging == "NONE" ? Encoding.UTF8.GetString(content) : Encoding.ASCII.GetString(content)).ShouldContain(packaging == "NONE" ? "unit" : "junit.xml");
    }

    [Fact]
    public async Task A_test_that_passed_and_failed_on_one_commit_is_flaky_and_one_that_takes_long_is_slow()
    {
        var commit = HandedReport.Of("shop", 1, HandedReport.Tests(_api.Objects, "unit", "adds passed 10", "removes passed 10", "waits passed 9000", "broke passed 10"));
        await _api.HandOverAsync(commit);
        var again = HandedReport.Of("shop", 2, HandedReport.Tests(_api.Objects, "unit", "adds failed 20", "removes passed 10", "waits passed 9000", "broke passed 10")) with { CommitId = commit.CommitId };
        await _api.HandOverAsync(again);
        var newest = await MakeAsync(3, "adds passed 30", "removes passed 10", "waits passed 9000", "broke failed 10");

        var cases = (await _api.CallAsync("DescribeTestCases", $"{{'reportArn':'{newest}','historyReports':10}}"))["testCases"]!.AsArray();

        string.Join(' ', cases.Select(test => $"{test!["name"]}:{test["flaky"]}:{test["slow"]}")).ShouldBe("adds:true:false removes:false:false waits:false:true broke:false:false");
        ((long)cases[0]!["medianDurationInNanoSeconds"]!, (int)cases[0]!["runs"]!, (int)cases[0]!["failedRuns"]!).ShouldBe((20_000_000, 3, 1));
        (await _api.CallAsync("DescribeTestCases", $"{{'reportArn':'{newest}'}}"))["testCases"]![0]!["flaky"].ShouldBeNull();
    }

    public void Dispose() => _api.Dispose();

    private async Task<string> MakeAsync(int build, params string[] cases)
    {
        var imported = await _api.HandOverAsync(HandedReport.Of("shop", build, HandedReport.Tests(_api.Objects, "unit", cases)));
        imported.Faults.ShouldBeEmpty();
        return imported.ReportArns.Single();
    }

    private async Task<IReadOnlyList<string>> ListAsync(string operation, string input = "{}") =>
        [.. (await _api.CallAsync(operation, input))["reports"]!.AsArray().Select(arn => arn!.ToString())];

    private async Task<string> CasesAsync(string arn, string more = "") =>
        string.Join(' ', (await _api.CallAsync("DescribeTestCases", $"{{'reportArn':'{arn}'{more}}}"))["testCases"]!.AsArray().Select(test => test!["name"]));
}
