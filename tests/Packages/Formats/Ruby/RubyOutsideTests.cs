using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;
using Sluice.Packages.Shapes;
using Sluice.Packages.Tests.Clients;
using Sluice.Packages.Tests.Upstreams;
using Sluice.Packages.Upstreams;
using Sluice.Platform.Protocol;

namespace Sluice.Packages.Tests.Formats.Ruby;

/// <summary>Gems of a registry outside: the repository <c>main</c> has the upstream <c>store</c>, which has the connection.</summary>
[SuppressMessage("Security", "CA5351", Justification = "Bundler asks for it.")]
public sealed class RubyOutsideTests : IAsyncDisposable
{
    private const string GemFile = Gems.Here + "gems/demo-1.0.gem";
    private readonly byte[] _gem = Gems.Packed("demo", "1.0", needs: [("rake", [">= 1"])]);
    private readonly byte[] _java = Gems.Packed("demo", "1.0", "java");
    private readonly byte[] _rake = Gems.Packed("rake", "13.0.6");
    private PackageWorld? _world;
    private PlayedOutside? _outside;

    private PackageWorld World => _world!;

    private PlayedOutside Outside => _outside!;

    private string Info => $"---\n1.0 rake:>= 1|checksum:{Gems.Digest(_gem)},ruby:>= 2.5\n1.0-java |checksum:{Gems.Digest(_java)}\n0.1 |no checksum\n";

    private string GoodInfo => Info.Replace("0.1 |no checksum\n", "", StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        _world?.Dispose();
        await (_outside?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task A_gem_of_outside_is_listed_as_it_is_there_and_fetched_once_and_kept_with_what_it_says()
    {
        await StartAsync();

        (await TextAsync("info/demo")).ShouldBe(GoodInfo);
        (await GemAsync()).ShouldBe(_gem);
        (await GemAsync()).ShouldBe(_gem);
        Outside.Asked.Count(path => path.EndsWith(".gem", StringComparison.Ordinal)).ShouldBe(1);
        foreach (var repository in new[] { "main", "store" })
        {
            var version = (await VersionAsync(repository)).ShouldNotBeNull();
            (version.Origin, version.Summary.Summary, version.Dependencies.Single()).ShouldBe((VersionOrigin.Taken("public:ruby-gems-org"), "Says hello", new StoredDependency(null, "rake", "runtime", ">= 1")));
        }

        (await World.Get<PackageStore>().FindAsync(Id("main"), CancellationToken.None))!.Publish.ShouldBe(AllowPublish.BLOCK);
        (await TextAsync("info/demo")).ShouldBe(GoodInfo);
        (await PackageWorld.BodyAsync(await World.AskAsync("GET", $"{Gems.Here}gems/demo-1.0-java.gem"))).ShouldBe(_java);
        (await VersionAsync("main"))!.Assets.Count.ShouldBe(2);
    }

    /// <summary>With the digests of outside, where nothing is hidden; else with ours.</summary>
    [Fact]
    public async Task The_list_of_versions_is_that_of_outside_and_ours()
    {
        await StartAsync();
        await GemAsync();
        await World.AskAsync("POST", $"{Gems.Here}api/v1/gems", Gems.Packed("own", "0.1"));

        var lines = (await TextAsync("versions")).Split('\n');
        lines[2].ShouldStartWith("own 0.1 ");
        lines[3..].ShouldBe([$"demo 1.0,1.0-java {Md5(Info)}", "rake 13.0.6 0000", "rake 13.1 0000", ""]);
        (await TextAsync("names")).ShouldBe("---\ndemo\nown\nrake\n");

        await World.Get<ChangeVersion>().RunAsync(Id("main"), "1.0", version => version with { Status = PackageVersionStatus.Unlisted }, CancellationToken.None);
        (await TextAsync("versions")).ShouldNotContain("demo");
        (await World.AskAsync("GET", $"{Gems.Here}info/demo")).Status.ShouldBe(404);
        (await World.AskAsync("GET", GemFile)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task What_is_kept_is_listed_though_it_is_gone_outside()
    {
        await StartAsync();
        await GemAsync();
        Outside.Fault = http => http.Request.Path.Value == "/root/versions" ? http.Response.WriteAsync("---\nrake 13.0.6 0000\n") : PlayedOutside.Status(http, 404);
        World.Clock.Moved = UpstreamDocuments.FreshFor * 2;

        var info = await TextAsync("info/demo");

        info.ShouldBe($"---\n1.0 rake:>= 1|checksum:{Gems.Digest(_gem)},ruby:>= 2.5&< 9\n");
        (await TextAsync("versions")).ShouldContain($"demo 1.0 {Md5(info)}\n");
    }

    [Fact]
    public async Task Who_asks_at_once_is_given_the_same_fetch()
    {
        await StartAsync();

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => GemAsync()));

        all.ShouldAllBe(one => one.SequenceEqual(_gem));
        Outside.Asked.Count(path => path.EndsWith(".gem", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_kept_is_served_when_the_registry_outside_fails()
    {
        await StartAsync();
        await GemAsync();
        Outside.Fault = http => PlayedOutside.Status(http, 503);
        World.Clock.Moved = TimeSpan.FromHours(1);

        (await TextAsync("info/demo")).ShouldContain(Gems.Digest(_gem));
        (await TextAsync("versions")).ShouldContain("demo 1.0");
        (await GemAsync()).ShouldBe(_gem);
        var other = await World.AskAsync("GET", $"{Gems.Here}info/other");
        other.Status.ShouldBe(502);
        (await PackageWorld.TextAsync(other)).ShouldContain("answered 503");
    }

    [Theory]
    [InlineData(404, 404)]
    [InlineData(410, 404)]
    [InlineData(500, 502)]
    public async Task What_is_not_there_is_told_so(int outside, int here)
    {
        await StartAsync();
        Outside.Fault = http => PlayedOutside.Status(http, outside);

        (await World.AskAsync("GET", $"{Gems.Here}info/demo")).Status.ShouldBe(here);
        (await World.AskAsync("GET", GemFile)).Status.ShouldBe(here);
        (await VersionAsync("main")).ShouldBeNull();
    }

    /// <summary>Short, cut off, other bytes, gone, moved to nowhere: nobody gets to the end of it, nothing is kept, and the next one is asked for anew.</summary>
    [Theory]
    [InlineData("short")]
    [InlineData("cut")]
    [InlineData("other")]
    [InlineData("gone")]
    [InlineData("moved")]
    [InlineData("error")]
    public async Task A_gem_that_is_not_what_the_index_says_is_never_kept(string fault)
    {
        await StartAsync();
        (Outside.FaultAt, Outside.Fault) = (".gem", PlayedOutside.Broken(fault, _gem, Gems.Packed("demo", "1.0", code: "evil")));

        (await IsGivenAsync()).ShouldBeFalse();
        (await World.AskAsync("GET", $"{Gems.Here}quick/Marshal.4.8/demo-1.0.gemspec.rz")).Status.ShouldBe(fault is "gone" or "moved" ? 404 : 502);
        (await VersionAsync("main")).ShouldBeNull();

        Outside.Fault = null;
        (await GemAsync()).ShouldBe(_gem);
    }

    [Fact]
    public async Task What_a_gem_says_is_told_of_the_gem_itself()
    {
        await StartAsync();

        (await World.AskAsync("GET", $"{Gems.Here}quick/Marshal.4.8/demo-1.0.gemspec.rz")).Status.ShouldBe(200);

        (await VersionAsync("main")).ShouldNotBeNull();
        Outside.Asked.ShouldNotContain(path => path.Contains("quick", StringComparison.Ordinal));
    }

    /// <summary>Its checksum is right, and what the index says of it is kept.</summary>
    [Fact]
    public async Task A_gem_that_cannot_be_read_is_kept_by_what_the_index_says()
    {
        await StartAsync();
        var odd = "odd"u8.ToArray();
        Outside.Fault = http => http.Request.Path.Value!.EndsWith(".gem", StringComparison.Ordinal) ? http.Response.Body.WriteAsync(odd).AsTask() : http.Response.WriteAsync($"---\n1.0 rake:>= 1&< 3|checksum:{Gems.Digest(odd)}\n");

        (await GemAsync()).ShouldBe(odd);

        (await VersionAsync("main")).ShouldNotBeNull().Dependencies.Single().ShouldBe(new StoredDependency(null, "rake", "runtime", ">= 1, < 3"));
    }

    [Fact]
    public async Task A_version_that_was_archived_is_not_fetched_again_for_any_platform()
    {
        await StartAsync();
        await GemAsync();
        await World.Get<ChangeVersion>().RunAsync(Id("main"), "1.0", version => version with { Status = PackageVersionStatus.Archived }, CancellationToken.None);

        foreach (var path in new[] { "info/demo", "gems/demo-1.0.gem", "gems/demo-1.0-java.gem" })
        {
            (await World.AskAsync("GET", Gems.Here + path)).Status.ShouldBe(404);
        }
    }

    [Fact]
    public async Task A_gem_that_is_published_here_takes_nothing_from_outside()
    {
        await StartAsync();
        var own = Gems.Packed("demo", "0.1");
        await World.AskAsync("POST", $"{Gems.Here}api/v1/gems", own);
        Outside.Asked.Clear();

        (await TextAsync("info/demo")).ShouldBe($"---\n0.1 |checksum:{Gems.Digest(own)},ruby:>= 2.5&< 9\n");
        (await World.AskAsync("GET", GemFile)).Status.ShouldBe(404);
        (await TextAsync("versions")).ShouldNotContain("1.0");
        Outside.Asked.ShouldNotContain(path => path.Contains("demo", StringComparison.Ordinal));
    }

    /// <summary>Bundler asks for the rest of the list that it knows; at first there was less of it.</summary>
    [Fact]
    public async Task Bundler_installs_what_is_outside_and_again_when_it_is_gone()
    {
        await StartAsync();
        await using var server = await RegistryServer.StartAsync(World);
        using var ruby = new RubyClient();
        ruby.Write("Gemfile", $"source '{RubyClient.WithToken(server.Of("ruby"), await World.TokenAsync())}'\ngem 'demo'\n");

        foreach (var folder in new[] { "first", "second", "third" })
        {
            (await ruby.RunAsync("bundle", ["install", "--path", folder])).Code.ShouldBe(0, ruby.Said);
            ruby.Said.ShouldContain("Installing demo 1.0");
            World.Clock.Moved += UpstreamDocuments.FreshFor * 2;
            Outside.Fault = folder == "first" ? null : http => PlayedOutside.Status(http, 500);
        }
    }

    private async Task StartAsync()
    {
        _outside = await PlayedOutside.StartAsync(Has);
        _world = new PackageWorld(new Dictionary<string, Uri> { ["public:ruby-gems-org"] = new($"{_outside.Address}/root/") });
        await World.RepositoryAsync("store", external: "public:ruby-gems-org");
        await World.RepositoryAsync("main", upstreams: ["store"]);
    }

    private byte[]? Has(HttpContext http) => http.Request.Path.Value switch
    {
        "/root/versions" => Encoding.UTF8.GetBytes($"created_at: 2024-01-01T00:00:00Z\n---\ndemo 1.0,1.0-java {Md5(Info)}\nrake 13.0.6 0000\nrake 13.1 0000"),
        "/root/info/demo" => Encoding.UTF8.GetBytes(Info),
        "/root/info/rake" => Encoding.UTF8.GetBytes($"---\n13.0.6 |checksum:{Gems.Digest(_rake)}\n"),
        "/root/gems/demo-1.0.gem" => _gem,
        "/root/gems/demo-1.0-java.gem" => _java,
        "/root/gems/rake-13.0.6.gem" => _rake,
        _ => null,
    };

    private async Task<string> TextAsync(string path) => await PackageWorld.TextAsync(await World.AskAsync("GET", Gems.Here + path));

    private async Task<byte[]> GemAsync() => await PackageWorld.BodyAsync(await World.AskAsync("GET", GemFile));

    private async Task<bool> IsGivenAsync()
    {
        try
        {
            var answer = await World.AskAsync("GET", GemFile);
            await PackageWorld.BodyAsync(answer);
            return answer.Status == 200;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task<StoredVersion?> VersionAsync(string repository) => (await World.Get<PackageStore>().FindVersionAsync(Id(repository), "1.0", CancellationToken.None))?.Value;

    private static PackageId Id(string repository) => new("org", repository, PackageFormat.ruby, null, "demo");

    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
}
