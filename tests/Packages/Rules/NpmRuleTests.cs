using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sluice.Platform.Protocol;

namespace Sluice.Packages.Tests.Rules;

/// <summary>npm's packages of a registry outside: the repository <c>main</c> has the upstream <c>store</c>, which has the connection. It is the first day of the year 2000.</summary>
public sealed class NpmRuleTests : IAsyncDisposable
{
    private const string Brief = "application/vnd.npm.install-v1+json";
    private const string ThreeDays = """{"minimumAge": {"days": 3}}""";
    private readonly ConcurrentQueue<string> _asked = [];
    private RuledWorld? _ruled;
    private LoopbackServer? _outside;

    private RuledWorld Ruled => _ruled!;

    public async ValueTask DisposeAsync()
    {
        _ruled?.Dispose();
        await (_outside?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_version_that_is_too_young_is_in_no_list_and_latest_names_the_one_before(bool brief)
    {
        await StartAsync();
        await Ruled.PutAsync("store", ThreeDays);

        var document = await DocumentAsync(brief);

        Versions(document).ShouldBe(["1.0.0", "1.1.0"]);
        document["dist-tags"]!.ToJsonString().ShouldBe("""{"latest":"1.1.0","next":"1.1.0"}""");
        document["versions"]!["1.0.0"]!.AsObject().ContainsKey("readmeFilename").ShouldBe(!brief);
    }

    [Fact]
    public async Task It_is_refused_by_name_with_the_rule_and_when_it_is_given_and_given_then()
    {
        await StartAsync();
        await Ruled.PutAsync("store", ThreeDays);

        foreach (var path in new[] { "left/-/left-1.2.0.tgz", "left/1.2.0" })
        {
            var refusal = await GetAsync(path);
            refusal.Status.ShouldBe(403);
            (await ErrorAsync(refusal)).ShouldBe(
                "The version 1.2.0 of npm package left is not given by org/main: the repository 'store' wants versions from outside to be 3 days old, and it was published 1999-12-31T12:00:00Z. It is given from 2000-01-03T12:00:00Z on.");
        }

        Ruled.World.Clock.Moved = TimeSpan.FromHours(61);

        (await GetAsync("left/-/left-1.2.0.tgz")).Status.ShouldBe(200);
        Versions(await DocumentAsync(brief: true)).ShouldBe(["1.0.0", "1.1.0", "1.2.0"]);
        _asked.Count(path => path.EndsWith(".tgz", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_version_that_is_kept_already_is_withheld_too_and_counts_from_when_it_was_published()
    {
        await StartAsync();
        (await PackageWorld.BodyAsync(await GetAsync("left/-/left-1.2.0.tgz"))).ShouldBe(Encoding.UTF8.GetBytes("tarball 1.2.0"));
        await Ruled.PutAsync("main", ThreeDays);

        (await GetAsync("left/-/left-1.2.0.tgz")).Status.ShouldBe(403);
        Versions(await DocumentAsync(brief: true)).ShouldBe(["1.0.0", "1.1.0"]);

        Ruled.World.Clock.Moved = TimeSpan.FromHours(61);
        (await GetAsync("left/-/left-1.2.0.tgz")).Status.ShouldBe(200);
        Versions(await DocumentAsync(brief: true)).ShouldBe(["1.0.0", "1.1.0", "1.2.0"]);
    }

    [Fact]
    public async Task A_group_of_the_domain_can_want_it_and_a_nearer_one_can_lift_it()
    {
        await StartAsync();
        await Ruled.PutOfGroupAsync("/*", ThreeDays);
        Versions(await DocumentAsync(brief: true)).ShouldBe(["1.0.0", "1.1.0"]);

        await Ruled.PutOfGroupAsync("/npm//left$", """{"minimumAge": {"days": 0}}""");

        Versions(await DocumentAsync(brief: true)).ShouldBe(["1.0.0", "1.1.0", "1.2.0"]);
    }

    [Fact]
    public async Task What_one_repository_blocks_does_not_come_through_it_and_others_are_not_asked()
    {
        await StartAsync();
        await Ruled.PutAsync("store", """{"block": [{"package": "/npm//left$", "versions": ["<1.1.0"], "reason": "CVE-1"}]}""");

        Versions(await DocumentAsync(brief: true)).ShouldBe(["1.1.0", "1.2.0"]);
        var refusal = await GetAsync("left/-/left-1.0.0.tgz");
        (refusal.Status, (await ErrorAsync(refusal)).Contains("the repository 'store' blocks it: CVE-1", StringComparison.Ordinal)).ShouldBe((403, true));
        _asked.ShouldNotContain(path => path.EndsWith(".tgz", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_what_is_allowed_is_given_be_it_kept_or_outside()
    {
        await StartAsync();
        await GetAsync("left/-/left-1.0.0.tgz");
        await Ruled.PutAsync("main", """{"allow": [{"package": "/npm//left$", "versions": ["1.1.0"]}]}""");

        Versions(await DocumentAsync(brief: false)).ShouldBe(["1.1.0"]);
        (await GetAsync("left/-/left-1.0.0.tgz")).Status.ShouldBe(403);
        (await GetAsync("left/-/left-1.1.0.tgz")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_frozen_repository_gives_what_there_was()
    {
        await StartAsync();
        await Ruled.PutAsync("main", """{"frozenAt": "1999-12-02T00:00:00Z"}""");

        var document = await DocumentAsync(brief: true);

        Versions(document).ShouldBe(["1.0.0"]);
        document["dist-tags"]!.ToJsonString().ShouldBe("""{"latest":"1.0.0","next":"1.0.0"}""");
    }

    [Fact]
    public async Task A_token_resolves_as_of_its_time_and_others_do_not()
    {
        await StartAsync();
        var pinned = await Ruled.TokenAsync(asOf: new DateTimeOffset(1999, 12, 20, 0, 0, 0, TimeSpan.Zero));

        for (var again = 0; again < 2; again++)
        {
            Versions(await PackageWorld.JsonAsync(await Ruled.World.AskAsync(pinned, "GET", "/artifacts/org/npm/main/left"))).ShouldBe(["1.0.0", "1.1.0"]);
            Versions(await DocumentAsync(brief: false)).ShouldBe(["1.0.0", "1.1.0", "1.2.0"]);
        }

        var refusal = await Ruled.World.AskAsync(pinned, "GET", "/artifacts/org/npm/main/left/-/left-1.2.0.tgz");
        (refusal.Status, (await ErrorAsync(refusal)).Contains("the token resolves as of 1999-12-20T00:00:00Z", StringComparison.Ordinal)).ShouldBe((403, true));
        (await GetAsync("left/-/left-1.2.0.tgz")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Quarantine_stops_a_version_everywhere_at_once_until_it_is_lifted()
    {
        await StartAsync();
        await Ruled.World.RepositoryAsync("other", upstreams: ["store"]);
        await GetAsync("left/-/left-1.1.0.tgz");

        var put = await Ruled.CallAsync("QuarantinePackageVersions", "'domain':'org','format':'npm','package':'left','versions':['1.1.0','1.2.0'],'reason':'it steals'");
        await Ruled.CallAsync("QuarantinePackageVersions", "'domain':'org','format':'npm','package':'left','versions':['1.1.0'],'reason':'again'");

        put["quarantines"]!.AsArray().Count.ShouldBe(2);
        foreach (var repository in new[] { "main", "store", "other" })
        {
            Versions(await PackageWorld.JsonAsync(await Ruled.World.AskAsync("GET", $"/artifacts/org/npm/{repository}/left"))).ShouldBe(["1.0.0"]);
            foreach (var version in new[] { "1.1.0", "1.2.0" })
            {
                var refusal = await Ruled.World.AskAsync("GET", $"/artifacts/org/npm/{repository}/left/-/left-{version}.tgz");
                (refusal.Status, (await ErrorAsync(refusal)).Contains("it steals", StringComparison.Ordinal)).ShouldBe((403, true), $"{repository} {version}");
            }
        }

        await Ruled.CallAsync("ReleasePackageVersions", "'domain':'org','format':'npm','package':'left'");
        Versions(await DocumentAsync(brief: true)).ShouldBe(["1.0.0", "1.1.0", "1.2.0"]);
        (await Ruled.World.EventsAsync()).Where(told => told.DetailType == "Sluice Package Quarantine Change").Select(told => $"{told.Detail["packageVersion"]} {told.Detail["quarantineState"]} {told.Detail["reason"]}")
            .ShouldBe(["1.1.0 Quarantined it steals", "1.2.0 Quarantined it steals", "1.1.0 Released it steals", "1.2.0 Released it steals"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_registry_that_tells_no_times_is_counted_from_when_a_version_was_first_seen()
    {
        await StartAsync(tellsTimes: false);
        await Ruled.PutAsync("store", ThreeDays);
        Versions(await DocumentAsync(brief: true)).ShouldBeEmpty();

        Ruled.World.Clock.Moved = TimeSpan.FromDays(3);

        Versions(await DocumentAsync(brief: true)).ShouldBe(["1.0.0", "1.1.0", "1.2.0"]);
    }

    private static async Task<string> ErrorAsync(ApiResponse refusal) => (await PackageWorld.JsonAsync(refusal))["error"]!.GetValue<string>();

    private static string[] Versions(JsonNode document) => [.. document["versions"]!.AsObject().Select(version => version.Key).Order(StringComparer.Ordinal)];

    private Task<ApiResponse> GetAsync(string path) => Ruled.GetAsync($"/artifacts/org/npm/main/{path}");

    private async Task<JsonNode> DocumentAsync(bool brief) => await PackageWorld.JsonAsync(await Ruled.GetAsync("/artifacts/org/npm/main/left", ("Accept", brief ? Brief : "application/json")));

    private async Task StartAsync(bool tellsTimes = true)
    {
        _outside = await LoopbackServer.StartAsync(http => AnswerAsync(http, tellsTimes));
        _ruled = new RuledWorld(new Dictionary<string, Uri> { ["public:npmjs"] = new(_outside.Address + "/") });
        await Ruled.World.RepositoryAsync("store", external: "public:npmjs");
        await Ruled.World.RepositoryAsync("main", upstreams: ["store"]);
    }

    private async Task AnswerAsync(HttpContext http, bool tellsTimes)
    {
        _asked.Enqueue(http.Request.Path.Value!);
        if (http.Request.Path.Value!.Split('/') is ["", "left", "-", var file])
        {
            await http.Response.WriteAsync($"tarball {file[5..^4]}");
            return;
        }

        var isBrief = http.Request.Headers.Accept.ToString() == Brief;
        (string Version, string Time)[] all = [("1.0.0", "1999-12-01T00:00:00.000Z"), ("1.1.0", "1999-12-15T00:00:00.000Z"), ("1.2.0", "1999-12-31T12:00:00.000Z")];
        var document = new JsonObject
        {
            ["name"] = "left",
            ["dist-tags"] = new JsonObject { ["latest"] = "1.2.0", ["next"] = "1.2.0", ["gone"] = "9.0.0" },
            ["versions"] = new JsonObject(all.Select(one => KeyValuePair.Create(one.Version, (JsonNode?)Manifest(one.Version, isBrief)))),
        };
        if (!isBrief && tellsTimes)
        {
            document["time"] = new JsonObject(all.Select(one => KeyValuePair.Create(one.Version, (JsonNode?)one.Time)));
        }

        await http.Response.WriteAsync(document.ToJsonString());
    }

    private JsonObject Manifest(string version, bool isBrief)
    {
        var manifest = new JsonObject
        {
            ["name"] = "left", ["version"] = version,
            ["dist"] = new JsonObject { ["tarball"] = $"{_outside!.Address}/left/-/left-{version}.tgz", ["integrity"] = $"sha512-{Convert.ToBase64String(SHA512.HashData(Encoding.UTF8.GetBytes($"tarball {version}")))}" },
        };
        if (!isBrief)
        {
            manifest["readmeFilename"] = "README.md";
        }

        return manifest;
    }
}
