using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Sluice.Packages.Tests.Formats.Cargo;
using Sluice.Platform.Protocol;

namespace Sluice.Packages.Tests.Rules;

/// <summary>Crates of a registry outside: the repository <c>main</c> has the upstream <c>store</c>, which has the connection. It is the first day of the year 2000.</summary>
public sealed class CargoRuleTests : IAsyncDisposable
{
    private const string ThreeDays = """{"minimumAge": {"days": 3}}""";
    private static readonly (string Version, string Time)[] _all = [("1.0.0", "1999-12-01T00:00:00Z"), ("1.1.0", "1999-12-15T00:00:00Z"), ("1.2.0", "1999-12-31T12:00:00Z")];
    private readonly Dictionary<string, byte[]> _crates = _all.ToDictionary(one => one.Version, one => Crates.Packed("left", one.Version));
    private readonly ConcurrentQueue<string> _asked = [];
    private RuledWorld? _ruled;
    private LoopbackServer? _outside;

    private RuledWorld Ruled => _ruled!;

    public async ValueTask DisposeAsync()
    {
        _ruled?.Dispose();
        await (_outside?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task A_version_that_is_too_young_is_in_no_index_and_refused_with_the_rule_until_it_is_old_enough()
    {
        await StartAsync();
        await Ruled.PutAsync("store", ThreeDays);

        (await VersionsAsync()).ShouldBe(["1.0.0", "1.1.0"]);
        (await RefusalAsync("1.2.0")).ShouldBe(
            "The version 1.2.0 of cargo package left is not given by org/main: the repository 'store' wants versions from outside to be 3 days old, and it was published 1999-12-31T12:00:00Z. It is given from 2000-01-03T12:00:00Z on.");

        Ruled.World.Clock.Moved = TimeSpan.FromHours(61);
        (await VersionsAsync()).ShouldBe(["1.0.0", "1.1.0", "1.2.0"]);
        (await GetAsync("1.2.0")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task What_is_kept_counts_from_when_it_was_published_and_is_withheld_too()
    {
        await StartAsync();
        await PackageWorld.BodyAsync(await GetAsync("1.2.0"));
        await PackageWorld.BodyAsync(await GetAsync("1.1.0"));
        await Ruled.PutAsync("main", ThreeDays);

        (await VersionsAsync()).ShouldBe(["1.0.0", "1.1.0"]);
        (await RefusalAsync("1.2.0")).ShouldContain("3 days");
        (await GetAsync("1.1.0")).Status.ShouldBe(200);
        (await FoundAsync()).ShouldBe("left 1.1.0");
    }

    [Fact]
    public async Task Blocked_and_quarantined_versions_are_given_by_no_repository_and_outside_is_not_asked_for_them()
    {
        await StartAsync();
        await Ruled.PutAsync("store", """{"block": [{"package": "/cargo//left$", "versions": ["<1.1.0"], "reason": "CVE-1"}]}""");
        await Ruled.CallAsync("QuarantinePackageVersions", "'domain':'org','format':'cargo','package':'left','versions':['1.2.0+again'],'reason':'it steals'");

        (await VersionsAsync()).ShouldBe(["1.1.0"]);
        (await RefusalAsync("1.0.0")).ShouldContain("the repository 'store' blocks it: CVE-1");
        (await RefusalAsync("1.2.0")).ShouldContain("it steals");
        _asked.ShouldNotContain(path => path.EndsWith(".crate", StringComparison.Ordinal));

        await Ruled.CallAsync("ReleasePackageVersions", "'domain':'org','format':'cargo','package':'left'");
        (await VersionsAsync()).ShouldBe(["1.1.0", "1.2.0"]);
    }

    [Fact]
    public async Task A_token_and_a_frozen_repository_give_what_there_was()
    {
        await StartAsync();
        var pinned = await Ruled.TokenAsync(new DateTimeOffset(1999, 12, 20, 0, 0, 0, TimeSpan.Zero));
        foreach (var _ in new[] { 1, 2 })
        {
            (await VersionsAsync(pinned)).ShouldBe(["1.0.0", "1.1.0"]);
            (await VersionsAsync()).ShouldBe(["1.0.0", "1.1.0", "1.2.0"]);
        }

        (await Ruled.World.AskAsync(pinned, "GET", Download("1.2.0"))).Status.ShouldBe(403);
        await Ruled.PutAsync("main", """{"frozenAt": "1999-12-02T00:00:00Z"}""");
        (await VersionsAsync()).ShouldBe(["1.0.0"]);
        (await RefusalAsync("1.1.0")).ShouldContain("is frozen at");
    }

    /// <summary>What was first seen long ago is not young again when it is taken.</summary>
    [Fact]
    public async Task Older_lines_tell_no_time_and_count_from_when_they_were_first_seen()
    {
        await StartAsync(tellsTimes: false);
        await Ruled.PutAsync("store", ThreeDays);
        await Ruled.PutAsync("main", ThreeDays);
        (await Ruled.GetAsync($"{Crates.Here}le/ft/left")).Status.ShouldBe(404);

        Ruled.World.Clock.Moved = TimeSpan.FromDays(3);
        (await GetAsync("1.0.0")).Status.ShouldBe(200);
        await PackageWorld.BodyAsync(await GetAsync("1.0.0"));
        (await VersionsAsync()).ShouldBe(["1.0.0", "1.1.0", "1.2.0"]);
        (await GetAsync("1.0.0")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_version_that_is_outside_is_not_published_where_that_is_reached()
    {
        await StartAsync();
        await PackageWorld.BodyAsync(await GetAsync("1.0.0"));
        await Ruled.CallAsync("PutPackageOriginConfiguration", "'domain':'org','repository':'main','format':'cargo','package':'left','restrictions':{'publish':'ALLOW','upstream':'ALLOW'}");

        (await Ruled.World.AskAsync("PUT", $"{Crates.Here}api/v1/crates/new", Crates.Frame("left", "1.1.0"))).Status.ShouldBe(409);
        (await Ruled.World.AskAsync("PUT", $"{Crates.Here}api/v1/crates/new", Crates.Frame("left", "1.3.0"))).Status.ShouldBe(200);
    }

    private static string Download(string version) => $"{Crates.Here}api/v1/crates/left/{version}/download";

    private Task<ApiResponse> GetAsync(string version) => Ruled.GetAsync(Download(version));

    private async Task<string> RefusalAsync(string version)
    {
        var refusal = await GetAsync(version);
        refusal.Status.ShouldBe(403);
        return (await PackageWorld.JsonAsync(refusal))["errors"]![0]!["detail"]!.GetValue<string>();
    }

    private async Task<string> FoundAsync()
    {
        var found = (await PackageWorld.JsonAsync(await Ruled.GetAsync($"{Crates.Here}api/v1/crates?q=left")))["crates"]!.AsArray().ShouldHaveSingleItem()!;
        return $"{found["name"]} {found["max_version"]}";
    }

    private async Task<string[]> VersionsAsync(string? token = null)
    {
        var answer = await Ruled.World.AskAsync(token ?? await Ruled.World.TokenAsync(), "GET", $"{Crates.Here}le/ft/left");
        return [.. (await PackageWorld.TextAsync(answer)).TrimEnd('\n').Split('\n').Select(line => System.Text.Json.Nodes.JsonNode.Parse(line)!["vers"]!.GetValue<string>())];
    }

    private async Task StartAsync(bool tellsTimes = true)
    {
        _outside = await LoopbackServer.StartAsync(http => AnswerAsync(http, tellsTimes));
        _ruled = new RuledWorld(new Dictionary<string, Uri> { ["public:crates-io"] = new($"{_outside.Address}/") });
        await Ruled.World.RepositoryAsync("store", external: "public:crates-io");
        await Ruled.World.RepositoryAsync("main", upstreams: ["store"]);
    }

    private async Task AnswerAsync(HttpContext http, bool tellsTimes)
    {
        _asked.Enqueue(http.Request.Path.Value!);
        switch (http.Request.Path.Value!.Split('/'))
        {
            case ["", "config.json"]:
                await http.Response.WriteAsync($$"""{"dl":"{{_outside!.Address}}/static/{version}/{crate}.crate"}""");
                break;
            case ["", "le", "ft", "left"]:
                await http.Response.WriteAsync(string.Concat(_all.Select(one => $$"""{"name":"left","vers":"{{one.Version}}","deps":[],"cksum":"{{Crates.Digest(_crates[one.Version])}}","features":{},"yanked":false{{(tellsTimes ? $",\"pubtime\":\"{one.Time}\"" : "")}}}""" + "\n")));
                break;
            case ["", "static", var version, _]:
                await http.Response.Body.WriteAsync(_crates[version]);
                break;
            default:
                http.Response.StatusCode = 404;
                break;
        }
    }
}
