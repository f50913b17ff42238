using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Sluice.Packages.Tests.Clients;
using Sluice.Packages.Tests.Formats.Ruby;
using Sluice.Platform.Protocol;

namespace Sluice.Packages.Tests.Rules;

/// <summary>Gems of a registry outside: the repository <c>main</c> has the upstream <c>store</c>, which has the connection. It is the first day of the year 2000.</summary>
[SuppressMessage("Security", "CA5351", Justification = "Bundler asks for it.")]
public sealed class RubyRuleTests : IAsyncDisposable
{
    private const string ThreeDays = """{"minimumAge": {"days": 3}}""";
    private const string Young = "1.2";
    private static readonly (string Number, string Time)[] _all = [("1.0", "1999-12-01T00:00:00Z"), ("1.1", "1999-12-15T00:00:00Z"), ("1.1-java", "1999-12-31T13:00:00Z"), (Young, "1999-12-31T12:00:00Z")];
    private readonly Dictionary<string, byte[]> _gems = _all.ToDictionary(one => one.Number, one => Gems.Packed("left", one.Number.Split('-')[0], one.Number.Split('-') is [_, var platform] ? platform : "ruby"));
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
    public async Task A_gem_that_is_too_young_is_in_no_index_and_refused_with_the_rule_until_it_is_old_enough()
    {
        await StartAsync();
        await Ruled.PutAsync("store", ThreeDays);

        (await NumbersAsync()).ShouldBe(["1.0", "1.1"]);
        foreach (var path in new[] { "gems/left-1.2.gem", "quick/Marshal.4.8/left-1.2.gemspec.rz" })
        {
            (await RefusalAsync(path)).ShouldBe(
                "The version 1.2 of ruby package left is not given by org/main: the repository 'store' wants versions from outside to be 3 days old, and it was published 1999-12-31T12:00:00Z. It is given from 2000-01-03T12:00:00Z on.\n");
        }

        (await RefusalAsync("gems/left-1.1-java.gem")).ShouldContain("2000-01-03T13:00:00Z");
        Ruled.World.Clock.Moved = TimeSpan.FromHours(61);
        (await NumbersAsync()).ShouldBe(["1.0", "1.1", "1.1-java", "1.2"]);
        (await GetAsync("gems/left-1.2.gem")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task What_is_kept_is_withheld_in_every_list_and_they_change_when_it_is_given()
    {
        await StartAsync();
        await TakeAsync(Young);
        await TakeAsync("1.0");
        (await LineAsync()).ShouldStartWith("left 1.0,1.1,1.1-java,1.2 ");
        await Ruled.PutAsync("main", ThreeDays);

        var info = await TextAsync("info/left");
        (await NumbersAsync()).ShouldBe(["1.0", "1.1"]);
        (await LineAsync()).ShouldBe($"left 1.0,1.1 {Md5(info)}");
        (await SpecsAsync()).ShouldBe(1);
        (await RefusalAsync("gems/left-1.2.gem")).ShouldContain("3 days");

        Ruled.World.Clock.Moved = TimeSpan.FromHours(60);
        (await LineAsync()).ShouldStartWith("left 1.0,1.1,1.2 ");
        (await SpecsAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Quarantine_and_blocks_hold_in_the_list_of_all_gems_though_nothing_of_them_is_kept()
    {
        await StartAsync();
        var before = await TextAsync("versions");
        before.ShouldContain("right 0.1,0.2 0002\n");
        await Ruled.CallAsync("QuarantinePackageVersions", "'domain':'org','format':'ruby','package':'left','versions':['1.1.0'],'reason':'it steals'");
        await Ruled.PutAsync("store", """{"block": [{"package": "/ruby//left$", "versions": ["1.2"]}, {"package": "/ruby//gone$"}]}""");

        var after = await TextAsync("versions");
        after.ShouldContain("left 1.0 ");
        after.ShouldNotContain("left 1.0,");
        after.ShouldContain("right 0.1,0.2 0002\n");
        after.ShouldNotContain("gone");
        (await TextAsync("names")).ShouldBe("---\nleft\nright\n");
        (await NumbersAsync()).ShouldBe(["1.0"]);
        after.ShouldNotContain("0001");
        foreach (var number in new[] { "1.1", "1.1-java", "1.2" })
        {
            (await GetAsync($"gems/left-{number}.gem")).Status.ShouldBe(403);
        }

        _asked.ShouldNotContain(path => path.EndsWith(".gem", StringComparison.Ordinal));
        await Ruled.CallAsync("ReleasePackageVersions", "'domain':'org','format':'ruby','package':'left'");
        await Ruled.PutAsync("store", "{}");
        (await TextAsync("versions")).ShouldBe(before);
    }

    [Fact]
    public async Task A_token_resolves_as_of_its_time_and_others_do_not()
    {
        await StartAsync();
        await TakeAsync("1.0");
        await TakeAsync(Young);
        var pinned = await Ruled.TokenAsync(new DateTimeOffset(1999, 12, 20, 0, 0, 0, TimeSpan.Zero));

        foreach (var _ in new[] { 1, 2 })
        {
            (await NumbersAsync(pinned)).ShouldBe(["1.0", "1.1"]);
            (await LineAsync(pinned)).ShouldStartWith("left 1.0,1.1 ");
            (await NumbersAsync()).ShouldBe(["1.0", "1.1", "1.1-java", "1.2"]);
            (await LineAsync()).ShouldStartWith("left 1.0,1.1,1.1-java,1.2 ");
        }

        (await Ruled.World.AskAsync(pinned, "GET", $"{Gems.Here}gems/left-1.2.gem")).Status.ShouldBe(403);
    }

    /// <summary>What was first seen long ago is not young again when it is taken.</summary>
    [Fact]
    public async Task An_index_of_the_first_form_tells_no_times_and_gems_count_from_when_they_were_first_seen()
    {
        await StartAsync(tellsTimes: false);
        await Ruled.PutAsync("store", ThreeDays);
        await Ruled.PutAsync("main", ThreeDays);
        (await GetAsync("info/left")).Status.ShouldBe(404);

        Ruled.World.Clock.Moved = TimeSpan.FromDays(3);
        await TakeAsync("1.0");

        (await NumbersAsync()).ShouldBe(["1.0", "1.1", "1.1-java", "1.2"]);
        (await GetAsync("gems/left-1.0.gem")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_version_that_is_outside_is_not_published_where_that_is_reached()
    {
        await StartAsync();
        await TakeAsync("1.0");
        await Ruled.CallAsync("PutPackageOriginConfiguration", "'domain':'org','repository':'main','format':'ruby','package':'left','restrictions':{'publish':'ALLOW','upstream':'ALLOW'}");

        (await Ruled.World.AskAsync("POST", $"{Gems.Here}api/v1/gems", Gems.Packed("left", "1.2.0"))).Status.ShouldBe(409);
        (await Ruled.World.AskAsync("POST", $"{Gems.Here}api/v1/gems", Gems.Packed("left", "1.3"))).Status.ShouldBe(200);
    }

    /// <summary>What it knew of a gem before is not taken for good: the digest in the list of all is another one, though nothing of the gem is kept.</summary>
    [Fact]
    public async Task Bundler_takes_the_version_before_the_one_that_is_withheld()
    {
        await StartAsync();
        await using var server = await RegistryServer.StartAsync(Ruled.World);
        using var ruby = new RubyClient();
        ruby.Write("Gemfile", $"source '{RubyClient.WithToken(server.Of("ruby"), await Ruled.World.TokenAsync())}'\ngem 'left'\n");
        (await ruby.RunAsync("bundle", ["lock"])).Code.ShouldBe(0, ruby.Said);
        File.ReadAllText(Path.Combine(ruby.Folder, "Gemfile.lock")).ShouldContain("left (1.2)");
        File.Delete(Path.Combine(ruby.Folder, "Gemfile.lock"));

        await Ruled.PutAsync("store", ThreeDays);
        (await ruby.RunAsync("bundle", ["install", "--path", "vendor"])).Code.ShouldBe(0, ruby.Said);

        ruby.Said.ShouldContain("Installing left 1.1");
    }

    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));

    private Task<ApiResponse> GetAsync(string path, string? token = null) => token is null && Ruled.World.Clock.Moved == TimeSpan.Zero ? Ruled.World.AskAsync("GET", Gems.Here + path) : AskAsync(path, token);

    /// <summary>A token is good for some hours.</summary>
    private async Task<ApiResponse> AskAsync(string path, string? token) => await Ruled.World.AskAsync(token ?? await Ruled.World.TokenAsync(), "GET", Gems.Here + path);

    private async Task<string> TextAsync(string path, string? token = null) => await PackageWorld.TextAsync(await GetAsync(path, token));

    private async Task TakeAsync(string number) => (await PackageWorld.BodyAsync(await GetAsync($"gems/left-{number}.gem"))).ShouldBe(_gems[number]);

    private async Task<string[]> NumbersAsync(string? token = null) => [.. (await TextAsync("info/left", token)).TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(' ')[0])];

    /// <summary>The gem's lines in the list of all versions as one: all numbers, and the last digest.</summary>
    private async Task<string> LineAsync(string? token = null)
    {
        var lines = (await TextAsync("versions", token)).Split('\n').Select(line => line.Split(' ')).Where(parts => parts[0] == "left").ToList();
        return $"left {string.Join(',', lines.Select(parts => parts[1]))} {lines[^1][2]}";
    }

    private async Task<string> RefusalAsync(string path)
    {
        var refusal = await GetAsync(path);
        refusal.Status.ShouldBe(403);
        return await PackageWorld.TextAsync(refusal);
    }

    /// <summary>How many gems the list of older clients has.</summary>
    private async Task<int> SpecsAsync()
    {
        using var plain = new MemoryStream();
        await using var packed = new System.IO.Compression.GZipStream(new MemoryStream(await PackageWorld.BodyAsync(await GetAsync("specs.4.8.gz"))), System.IO.Compression.CompressionMode.Decompress);
        await packed.CopyToAsync(plain);

        // After the two bytes of the form and that of an array its length follows, with 5 added.
        return plain.ToArray()[3] - 5;
    }

    private async Task StartAsync(bool tellsTimes = true)
    {
        _outside = await LoopbackServer.StartAsync(http => AnswerAsync(http, tellsTimes));
        _ruled = new RuledWorld(new Dictionary<string, Uri> { ["public:ruby-gems-org"] = new($"{_outside.Address}/") });
        await Ruled.World.RepositoryAsync("store", external: "public:ruby-gems-org");
        await Ruled.World.RepositoryAsync("main", upstreams: ["store"]);
    }

    private async Task AnswerAsync(HttpContext http, bool tellsTimes)
    {
        _asked.Enqueue(http.Request.Path.Value!);
        var info = "---\n" + string.Concat(_all.Select(one => $"{one.Number} |checksum:{Gems.Digest(_gems[one.Number])}{(tellsTimes ? $",created_at:{one.Time}" : "")}\n"));
        switch (http.Request.Path.Value!.Split('/'))
        {
            case ["", "versions"]:
                await http.Response.WriteAsync($"created_at: 2024-01-01T00:00:00Z\n---\nleft 1.0 0001\nright 0.1,0.2 0002\ngone 1 0003\nleft 1.1,1.1-java,1.2 {Md5(info)}\n");
                break;
            case ["", "info", "left"]:
                await http.Response.WriteAsync(info);
                break;
            case ["", "gems", var file]:
                await http.Response.Body.WriteAsync(_gems[file["left-".Length..^".gem".Length]]);
                break;
            default:
                http.Response.StatusCode = 404;
                break;
        }
    }
}
