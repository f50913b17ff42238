using System.Text.Json.Nodes;

namespace Sluice.Packages.Tests.Formats.NuGet.Searching;

public sealed class SearchTests : IAsyncLifetime
{
    private OutsideFeed _outside = null!;
    private PackageWorld _world = null!;
    private Feed _feed = null!;

    public async ValueTask InitializeAsync()
    {
        _outside = await OutsideFeed.StartAsync();
        _world = new PackageWorld(_outside.Settings);
        await _world.RepositoryAsync("shared");
        await _world.RepositoryAsync("main", upstreams: ["shared"]);
        _feed = new Feed(_world);
        await _feed.PushAsync(new Nupkg("Org.Tools", "1.0.0"));
        await _feed.PushAsync(new Nupkg("Org.Tools", "1.1.0"));
        await _feed.PushAsync(new Nupkg("Org.Tools", "2.0.0-beta"));
        await _feed.PushAsync(new Nupkg("Org.Tools", "2.0.0-rc.1"));
        await _feed.PushAsync(new Nupkg("Org.Early", "1.0.0-alpha"));
        await new Feed(_world, "shared").PushAsync(new Nupkg("Shared.Things"));
    }

    public async ValueTask DisposeAsync()
    {
        _world.Dispose();
        await _outside.DisposeAsync();
    }

    [Theory]
    [InlineData("q=", "Org.Tools Shared.Things")]
    [InlineData("", "Org.Tools Shared.Things")]
    [InlineData("q=tools", "Org.Tools Shared.Things")]
    [InlineData("q=org.tools", "Org.Tools")]
    [InlineData("q=ORG", "Org.Tools")]
    [InlineData("q=org+tools", "Org.Tools")]
    [InlineData("q=org+nothing", "")]
    [InlineData("q=id:tools", "Org.Tools")]
    [InlineData("q=packageid:tools", "")]
    [InlineData("q=PackageId:org.tools", "Org.Tools")]
    [InlineData("q=everyone", "Org.Tools Shared.Things")]
    [InlineData("q=org&prerelease=true", "Org.Early Org.Tools")]
    [InlineData("skip=1", "Shared.Things")]
    [InlineData("take=1", "Org.Tools")]
    [InlineData("take=0", "")]
    [InlineData("skip=7&take=7", "")]
    public async Task Finds_what_fits(string query, string found) => string.Join(' ', await _feed.FindAsync(query)).ShouldBe(found);

    [Fact]
    public async Task Shows_the_newest_version_that_counts()
    {
        (await NewestAsync("q=org.tools")).ShouldBe("1.1.0");
        (await NewestAsync("q=org.tools&prerelease=true")).ShouldBe("2.0.0-beta");
        (await NewestAsync("q=org.tools&prerelease=true&semVerLevel=2.0.0")).ShouldBe("2.0.0-rc.1");
    }

    [Fact]
    public async Task Counts_all_whatever_the_page_is() => (await _feed.JsonAsync("search?take=1"))["totalHits"]!.GetValue<int>().ShouldBe(2);

    [Fact]
    public async Task Tells_all_that_is_wrong_with_a_query()
    {
        var refusal = await _feed.GetAsync("search?skip=-1&take=many&prerelease=perhaps");

        refusal.Status.ShouldBe(400);
        Feed.Shown(refusal).ShouldBe("skip is '-1'; expected is a number from 0 to 1000000; take is 'many'; expected is a number from 0 to 2147483647; prerelease is 'perhaps'; expected is true or false");
    }

    [Fact]
    public async Task Goes_on_outside_after_what_is_here()
    {
        await ConnectAsync();
        _outside.Documents["/query"] = Hits(40, "Outside.One", "Org.Tools");

        var answer = await new Feed(_world, "connected").JsonAsync("search?q=&skip=0&take=5");

        Feed.Texts(new JsonArray([.. answer["data"]!.AsArray().Select(hit => (JsonNode)hit!["id"]!.GetValue<string>())])).ShouldBe(["Org.Tools", "Shared.Things", "Outside.One"]);
        answer["totalHits"]!.GetValue<int>().ShouldBe(42);
        answer.ToJsonString().ShouldNotContain("outside.example");
        _outside.Asked.ShouldContain("/query?q=&skip=0&take=3&prerelease=false");
    }

    [Fact]
    public async Task Skips_outside_what_is_skipped_beyond_what_is_here()
    {
        await ConnectAsync();
        _outside.Documents["/query"] = Hits(40, "Outside.One");

        (await new Feed(_world, "connected").FindAsync("q=&skip=12&take=5&prerelease=true&semVerLevel=2.0.0")).ShouldBe(["Outside.One"]);

        _outside.Asked.ShouldContain("/query?q=&skip=9&take=5&prerelease=true&semVerLevel=2.0.0");
    }

    [Fact]
    public async Task Finds_what_is_here_while_the_outside_is_gone()
    {
        await ConnectAsync();
        _outside.Down = 500;

        (await new Feed(_world, "connected").FindAsync("q=org")).ShouldBe(["Org.Tools"]);
    }

    [Theory]
    [InlineData("q=o", "Org.Tools")]
    [InlineData("q=t&prerelease=true", "Org.Tools Shared.Things")]
    [InlineData("q=everyone", "")]
    [InlineData("id=Org.Tools", "1.0.0 1.1.0")]
    [InlineData("id=org.tools&prerelease=true&semVerLevel=2.0.0", "1.0.0 1.1.0 2.0.0-beta 2.0.0-rc.1")]
    [InlineData("id=nothing", "")]
    public async Task Completes_ids_and_versions(string query, string completed) => string.Join(' ', Feed.Texts((await _feed.JsonAsync($"autocomplete?{query}"))["data"])).ShouldBe(completed);

    [Fact]
    public async Task Completes_by_what_is_outside_too()
    {
        await ConnectAsync();
        _outside.Documents["/complete"] = new JsonObject { ["totalHits"] = 2, ["data"] = new JsonArray("ORG.Tools", "Org.Outside") };

        Feed.Texts((await new Feed(_world, "connected").JsonAsync("autocomplete?q=org"))["data"]).ShouldBe(["Org.Tools", "Org.Outside"]);
    }

    private Task ConnectAsync() => _world.RepositoryAsync("connected", upstreams: ["main"], external: "public:nuget-org");

    private async Task<string> NewestAsync(string query) => (await _feed.JsonAsync($"search?{query}"))["data"]!.AsArray().ShouldHaveSingleItem()!["version"]!.GetValue<string>();

    private static JsonObject Hits(int total, params string[] ids) => new()
    {
        ["totalHits"] = total,
        ["data"] = new JsonArray([.. ids.Select(id => (JsonNode)new JsonObject
        {
            ["id"] = id, ["version"] = "1.0.0", ["@id"] = "https://outside.example/x", ["registration"] = "https://outside.example/x", ["versions"] = new JsonArray(new JsonObject { ["version"] = "1.0.0", ["@id"] = "https://outside.example/x" }),
        })]),
    };
}
