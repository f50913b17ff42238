using System.Text.Json.Nodes;

namespace Sluice.Packages.Tests.Api;

public sealed class SearchTests
{
    [Theory]
    [InlineData("", "generic/team/kit generic/team/tool npm//left")]
    [InlineData(",'name':'OO'", "generic/team/tool")]
    [InlineData(",'format':'npm'", "npm//left")]
    [InlineData(",'namespace':'team'", "generic/team/kit generic/team/tool")]
    [InlineData(",'quarantined':true", "generic/team/kit npm//left")]
    [InlineData(",'quarantined':false", "generic/team/tool")]
    [InlineData(",'publisher':'nobody'", "")]
    [InlineData(",'format':'generic','namespace':'team','name':'kit'", "generic/team/kit")]
    public async Task Packages_are_found_in_all_repositories_and_in_quarantine(string query, string found)
    {
        using var api = await FilledAsync();

        Found(await api.CallAsync("SearchPackages", $"'domain':'org'{query}")).ShouldBe(found);
    }

    [Fact]
    public async Task A_hit_tells_where_it_is_who_published_it_and_what_is_in_quarantine()
    {
        using var api = await FilledAsync();

        var hit = (await api.CallAsync("SearchPackages", "'domain':'org','name':'kit'"))["packages"]![0]!;

        (hit["newestVersion"]!.GetValue<string>(), hit["repositories"]!.ToJsonString(), hit["quarantines"]![0]!["reason"]!.GetValue<string>()).ShouldBe(("1.0", """["main"]""", "bad"));
    }

    [Fact]
    public async Task They_come_in_pages()
    {
        using var api = await FilledAsync();

        var first = await api.CallAsync("SearchPackages", "'domain':'org','maxResults':2");
        var second = await api.CallAsync("SearchPackages", $"'domain':'org','maxResults':2,'nextToken':'{first["nextToken"]}'");

        (Found(first), Found(second), second["nextToken"]).ShouldBe(("generic/team/kit generic/team/tool", "npm//left", null));
    }

    [Fact]
    public async Task A_version_tells_who_published_it_when_and_why_it_is_not_given()
    {
        using var api = await FilledAsync();

        var told = (await api.CallAsync("DescribePackageVersion", "'domain':'org','repository':'main','format':'generic','namespace':'team','package':'kit','packageVersion':'1.0'"))["packageVersion"]!;

        (told["withheld"]!["rule"]!.GetValue<string>(), told["createdTime"]!.GetValue<double>()).ShouldBe(("QUARANTINE", api.World.Clock.GetUtcNow().ToUnixTimeSeconds()));
        told["withheld"]!["reason"]!.GetValue<string>().ShouldContain("bad");
        (await api.RefusedAsync("GetPackageVersionAsset", "'domain':'org','repository':'main','format':'generic','namespace':'team','package':'kit','packageVersion':'1.0','asset':'a.txt'")).Code.ShouldBe("AccessDeniedException");
    }

    private static string Found(JsonObject answer) => string.Join(' ', answer["packages"]!.AsArray().Select(one => $"{one!["format"]}/{one["namespace"]}/{one["package"]}"));

    private static async Task<ApiWorld> FilledAsync()
    {
        var api = await ApiWorld.MakeAsync();
        await api.PublishAsync("1.0");
        await api.PublishAsync("1.0", package: ApiWorld.Tool.Replace("'tool'", "'kit'", StringComparison.Ordinal));
        await api.CallAsync("QuarantinePackageVersions", "'domain':'org','format':'npm','package':'left','versions':['1.0.0'],'reason':'steals'");
        await api.CallAsync("QuarantinePackageVersions", "'domain':'org','format':'generic','namespace':'team','package':'kit','reason':'bad'");
        return api;
    }
}
