using System.Text.Json.Nodes;
using Sluice.Packages.Tests.Formats.NuGet;

namespace Sluice.Packages.Tests.Rules;

/// <summary>NuGet's packages of a registry outside: the repository <c>main</c> has the upstream <c>store</c>, which has the connection. It is the first day of the year 2000.</summary>
public sealed class NuGetRuleTests : IAsyncDisposable
{
    private OutsideFeed? _outside;
    private RuledWorld? _ruled;

    private RuledWorld Ruled => _ruled!;

    public async ValueTask DisposeAsync()
    {
        _ruled?.Dispose();
        await (_outside?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task A_version_that_is_too_young_is_in_no_list_and_no_registration_and_is_refused_by_number()
    {
        await StartAsync();
        await Ruled.PutAsync("store", """{"minimumAge": {"days": 3}}""");

        (await VersionsAsync()).ShouldBe(["1.0.0"]);
        (await ItemsAsync()).ShouldBe(["1.0.0"]);
        foreach (var path in new[] { "demo.1.1.0.nupkg", "demo.nuspec" })
        {
            var refusal = await Ruled.GetAsync($"/artifacts/org/nuget/main/v3/flatcontainer/demo/1.1.0/{path}");
            refusal.Status.ShouldBe(403);
            Feed.Shown(refusal).ShouldContain("the repository 'store' wants versions from outside to be 3 days old");
        }

        Ruled.World.Clock.Moved = TimeSpan.FromDays(3);

        (await VersionsAsync()).ShouldBe(["1.0.0", "1.1.0"]);
        (await ItemsAsync()).ShouldBe(["1.0.0", "1.1.0"]);
        (await TakeAsync("1.1.0")).ShouldBe(200);
    }

    [Fact]
    public async Task A_version_that_was_hidden_at_once_is_no_older_for_it()
    {
        await StartAsync(published: "1900-01-01T00:00:00Z");
        await Ruled.PutAsync("main", """{"minimumAge": {"days": 3}}""");

        (await TakeAsync("1.1.0")).ShouldBe(403);
    }

    [Fact]
    public async Task What_is_kept_is_withheld_by_quarantine_and_by_the_time_of_a_token()
    {
        await StartAsync();
        (await TakeAsync("1.0.0")).ShouldBe(200);
        (await TakeAsync("1.1.0")).ShouldBe(200);
        var pinned = await Ruled.TokenAsync(new DateTimeOffset(1999, 12, 31, 0, 0, 0, TimeSpan.Zero));

        Feed.Texts((await PackageWorld.JsonAsync(await Ruled.World.AskAsync(pinned, "GET", "/artifacts/org/nuget/main/v3/flatcontainer/demo/index.json")))["versions"]).ShouldBe(["1.0.0"]);
        await Ruled.CallAsync("QuarantinePackageVersions", "'domain':'org','format':'nuget','package':'Demo','versions':['1.0'],'reason':'it steals'");

        (await VersionsAsync()).ShouldBe(["1.1.0"]);
        (await ItemsAsync()).ShouldBe(["1.1.0"]);
        (await TakeAsync("1.0.0")).ShouldBe(403);
    }

    [Fact]
    public async Task A_search_outside_shows_the_versions_that_are_given()
    {
        await StartAsync();
        _outside!.Documents["/query"] = new JsonObject
        {
            ["totalHits"] = 1,
            ["data"] = new JsonArray(new JsonObject { ["id"] = "Demo", ["version"] = "1.1.0", ["versions"] = new JsonArray(new JsonObject { ["version"] = "1.0.0" }, new JsonObject { ["version"] = "1.1.0" }) }),
        };
        (await SearchAsync()).ShouldBe("1.1.0: 1.0.0 1.1.0");

        await Ruled.PutAsync("store", """{"minimumAge": {"days": 3}}""");
        (await SearchAsync()).ShouldBe("1.0.0: 1.0.0");

        await Ruled.PutAsync("main", """{"block": [{"package": "/nuget/*"}]}""");
        (await SearchAsync()).ShouldBeNull();
    }

    [Theory]
    [InlineData("1.1.0", 409)]
    [InlineData("1.2.0", 201)]
    public async Task What_is_outside_cannot_be_published_where_it_is_reached(string number, int status)
    {
        await StartAsync();

        var answer = await new Feed(Ruled.World).PushAsync(new Nupkg { Id = "Demo", Version = number });

        answer.Status.ShouldBe(status);
        if (status == 409)
        {
            Feed.Shown(answer).ShouldContain("is in public:nuget-org, which 'main' reaches");
        }
    }

    [Fact]
    public async Task An_outage_of_others_hinders_nobody_from_publishing()
    {
        await StartAsync();
        _outside!.Down = 500;

        (await new Feed(Ruled.World).PushAsync(new Nupkg { Id = "Demo", Version = "1.1.0" })).Status.ShouldBe(201);
    }

    private async Task<string?> SearchAsync()
    {
        var hit = (await PackageWorld.JsonAsync(await Ruled.GetAsync("/artifacts/org/nuget/main/v3/search?q=demo")))["data"]!.AsArray().SingleOrDefault();
        return hit is null ? null : $"{hit["version"]}: {string.Join(' ', hit["versions"]!.AsArray().Select(version => (string)version!["version"]!))}";
    }

    private async Task<int> TakeAsync(string number)
    {
        var answer = await Ruled.GetAsync($"/artifacts/org/nuget/main/v3/flatcontainer/demo/{number}/demo.{number}.nupkg");
        await PackageWorld.BodyAsync(answer);
        return answer.Status;
    }

    private async Task<string[]> VersionsAsync() => Feed.Texts((await PackageWorld.JsonAsync(await Ruled.GetAsync("/artifacts/org/nuget/main/v3/flatcontainer/demo/index.json")))["versions"]);

    private async Task<string[]> ItemsAsync() =>
        [.. (await PackageWorld.JsonAsync(await Ruled.GetAsync("/artifacts/org/nuget/main/v3/registration-semver2/demo/index.json")))["items"]!.AsArray().SelectMany(page => page!["items"]!.AsArray()).Select(item => (string)item!["catalogEntry"]!["version"]!)];

    private async Task StartAsync(string published = "1999-12-31T12:00:00Z")
    {
        _outside = await OutsideFeed.StartAsync();
        foreach (var number in new[] { "1.0.0", "1.1.0" })
        {
            _outside.Add(new Nupkg { Id = "Demo", Version = number }, number);
            _outside.Documents[$"/registration/demo/{number}.json"] = new JsonObject { ["published"] = Published(number, published) };
        }

        _outside.Documents["/registration/demo/index.json"] = new JsonObject { ["items"] = new JsonArray(new JsonObject { ["items"] = new JsonArray(Item("1.0.0", published), Item("1.1.0", published)) }) };
        _ruled = new RuledWorld(_outside.Settings);
        await Ruled.World.RepositoryAsync("store", external: "public:nuget-org");
        await Ruled.World.RepositoryAsync("main", upstreams: ["store"]);
    }

    private static string Published(string number, string newest) => number == "1.0.0" ? "1999-12-01T00:00:00Z" : newest;

    private static JsonObject Item(string number, string newest) => new() { ["catalogEntry"] = new JsonObject { ["id"] = "Demo", ["version"] = number, ["published"] = Published(number, newest) } };
}
