using System.Text.Json.Nodes;
using Sluice.Builds.Tests.World;

namespace Sluice.Builds.Tests.Api.Reports;

public sealed class ReportGroupTests : IDisposable
{
    private const string Group = HandedReport.Arn + "report-group/web";
    private readonly BuildsApi _api = new();

    [Fact]
    public async Task What_a_group_is_made_of_is_told_with_what_was_filled_in()
    {
        var made = (await _api.CallAsync("CreateReportGroup", "{'name':'web','type':'TEST','exportConfig':{'exportConfigType':'S3','s3Destination':{'bucket':'reports','path':'a/b'}},'tags':[{'key':'team','value':'shop'}]}"))["reportGroup"]!;

        (made["arn"]!.ToString(), made["status"]!.ToString(), made["type"]!.ToString()).ShouldBe((Group, "ACTIVE", "TEST"));
        made["exportConfig"]!["s3Destination"]!.ToJsonString().ShouldBe("""{"bucket":"reports","encryptionDisabled":false,"packaging":"NONE","path":"a/b"}""");
        var read = await _api.CallAsync("BatchGetReportGroups", $"{{'reportGroupArns':['{Group}','{Group}2','x']}}");
        JsonNode.DeepEquals(read["reportGroups"]![0], made).ShouldBeTrue();
        read["reportGroupsNotFound"]!.ToJsonString().ShouldBe($"""["{Group}2","x"]""");
    }

    [Fact]
    public async Task An_update_changes_what_it_says_and_nothing_else()
    {
        await _api.CallAsync("CreateReportGroup", "{'name':'web','type':'TEST','exportConfig':{'exportConfigType':'NO_EXPORT'},'tags':[{'key':'team','value':'shop'}]}");

        var changed = (await _api.CallAsync("UpdateReportGroup", $"{{'arn':'{Group}','exportConfig':{{'exportConfigType':'S3','s3Destination':{{'bucket':'reports','packaging':'ZIP'}}}}}}"))["reportGroup"]!;

        ((string)changed["exportConfig"]!["s3Destination"]!["packaging"]!, (string)changed["tags"]![0]!["value"]!).ShouldBe(("ZIP", "shop"));
    }

    [Theory]
    [InlineData("NAME", "ASCENDING", "a b c")]
    [InlineData("CREATED_TIME", "DESCENDING", "a c b")]
    [InlineData("LAST_MODIFIED_TIME", "ASCENDING", "c a b")]
    public async Task Groups_are_listed_in_pages_in_the_order_that_is_asked_for(string sortBy, string order, string expected)
    {
        foreach (var name in new[] { "bb", "cc", "aa" })
        {
            await _api.CallAsync("CreateReportGroup", $"{{'name':'{name}','type':'TEST','exportConfig':{{}}}}");
            _api.Time.Run(() => Task.Delay(TimeSpan.FromMinutes(1), _api.Time));
        }

        await _api.CallAsync("UpdateReportGroup", $"{{'arn':'{HandedReport.Arn}report-group/bb','tags':[]}}");
        var first = await _api.CallAsync("ListReportGroups", $"{{'sortBy':'{sortBy}','sortOrder':'{order}','maxResults':2}}");
        var second = await _api.CallAsync("ListReportGroups", $"{{'sortBy':'{sortBy}','sortOrder':'{order}','nextToken':'{first["nextToken"]}'}}");

        string.Join(' ', first["reportGroups"]!.AsArray().Concat(second["reportGroups"]!.AsArray()).Select(arn => arn!.ToString()[^1..])).ShouldBe(expected);
    }

    [Fact]
    public async Task A_group_with_reports_is_deleted_with_them_or_not_at_all()
    {
        await _api.HandOverAsync(HandedReport.Of("shop", 1, HandedReport.Tests(_api.Objects, "unit", "adds passed 1")));
        const string group = HandedReport.Arn + "report-group/shop-unit";
        (await _api.RefusedAsync("DeleteReportGroup", $"{{'arn':'{group}'}}")).Message.ShouldContain("has reports");

        await _api.CallAsync("DeleteReportGroup", $"{{'arn':'{group}','deleteReports':true}}");

        (await _api.CallAsync("ListReports"))["reports"]!.AsArray().ShouldBeEmpty();
        (await _api.CallAsync("ListReportGroups"))["reportGroups"]!.AsArray().ShouldBeEmpty();
        _api.Objects.Keys.ShouldNotContain(key => key.StartsWith("reports/"));
    }

    public void Dispose() => _api.Dispose();
}
