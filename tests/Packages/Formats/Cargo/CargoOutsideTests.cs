using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;
using Sluice.Packages.Shapes;
using Sluice.Packages.Tests.Clients;
using Sluice.Packages.Tests.Upstreams;
using Sluice.Packages.Upstreams;
using Sluice.Platform.Protocol;

namespace Sluice.Packages.Tests.Formats.Cargo;

/// <summary>Crates of a registry outside: the repository <c>main</c> has the upstream <c>store</c>, which has the connection.</summary>
public sealed class CargoOutsideTests : IAsyncDisposable
{
    private const string Index = Crates.Here + "my/-c/my-crate";
    private const string File = Crates.Here + "api/v1/crates/My-Crate/1.0.0+a/download";
    private readonly byte[] _crate = Crates.Packed("My-Crate", "1.0.0+a", "[dependencies]\nserde = \"1\"\n");
    private PackageWorld? _world;
    private PlayedOutside? _outside;

    private string _yanked = "false";

    private PackageWorld World => _world!;

    private PlayedOutside Outside => _outside!;

    public async ValueTask DisposeAsync()
    {
        _world?.Dispose();
        await (_outside?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task A_crate_of_outside_is_listed_and_fetched_once_and_kept_with_what_it_says()
    {
        await StartAsync();

        var line = (await LinesAsync()).ShouldHaveSingleItem();
        (line["vers"]!.GetValue<string>(), line["cksum"]!.GetValue<string>()).ShouldBe(("1.0.0+a", Crates.Digest(_crate)));
        line["more"]!.GetValue<int>().ShouldBe(1);

        (await FileAsync()).ShouldBe(_crate);
        (await FileAsync()).ShouldBe(_crate);
        Outside.Asked.Count(path => path.EndsWith(".crate", StringComparison.Ordinal)).ShouldBe(1);
        foreach (var repository in new[] { "main", "store" })
        {
            var version = (await VersionAsync(repository)).ShouldNotBeNull();
            (version.Origin, version.Summary.Summary, version.Dependencies.Single()).ShouldBe((VersionOrigin.Taken("public:crates-io"), "What it does", new StoredDependency(null, "serde", "normal", "^1")));
            version.Readme.ShouldNotBeNull();
        }

        (await World.Get<PackageStore>().FindAsync(Id("main"), CancellationToken.None))!.Publish.ShouldBe(AllowPublish.BLOCK);
        (await LinesAsync()).ShouldHaveSingleItem()["more"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Who_asks_at_once_is_given_the_same_fetch()
    {
        await StartAsync();

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => FileAsync()));

        all.ShouldAllBe(one => one.SequenceEqual(_crate));
        Outside.Asked.Count(path => path.EndsWith(".crate", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_kept_is_served_when_the_registry_outside_fails()
    {
        await StartAsync();
        await FileAsync();
        Outside.Fault = http => PlayedOutside.Status(http, 503);
        World.Clock.Moved = TimeSpan.FromHours(1);

        (await LinesAsync()).ShouldHaveSingleItem();
        (await FileAsync()).ShouldBe(_crate);
        var other = await World.AskAsync("GET", $"{Crates.Here}ot/he/other");
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

        (await World.AskAsync("GET", Index)).Status.ShouldBe(here);
        (await World.AskAsync("GET", File)).Status.ShouldBe(here);
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
    public async Task An_archive_that_is_not_what_the_index_says_is_never_kept(string fault)
    {
        await StartAsync();
        (Outside.FaultAt, Outside.Fault) = (".crate", PlayedOutside.Broken(fault, _crate, Crates.Packed("My-Crate", "1.0.0+a", code: "evil!();\n")));

        (await IsGivenAsync()).ShouldBeFalse();
        (await VersionAsync("main")).ShouldBeNull();

        Outside.Fault = null;
        (await FileAsync()).ShouldBe(_crate);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("nothing")]
    [InlineData("{\"dl\":\"file:///etc/passwd\"}")]
    public async Task A_registry_that_does_not_say_where_its_archives_are_is_told_so(string config)
    {
        await StartAsync();
        (Outside.FaultAt, Outside.Fault) = ("config.json", http => http.Response.WriteAsync(config));

        var answer = await World.AskAsync("GET", File);

        answer.Status.ShouldBe(502);
        (await PackageWorld.TextAsync(answer)).ShouldContain("does not say");
    }

    [Fact]
    public async Task Lines_that_are_none_are_left_out()
    {
        await StartAsync();
        var good = Line;
        Outside.Fault = http => http.Response.WriteAsync($"nothing\n\n{{}}\n{good.Replace("1.0.0+a", "one", StringComparison.Ordinal)}\n{good.Replace("My-Crate", "evil", StringComparison.Ordinal)}\n{good}");

        (await LinesAsync()).ShouldHaveSingleItem()["vers"]!.GetValue<string>().ShouldBe("1.0.0+a");
    }

    [Fact]
    public async Task What_is_yanked_outside_is_yanked_here_though_it_is_kept_and_though_outside_is_gone()
    {
        await StartAsync();
        _yanked = "true";
        await FileAsync();
        (await LinesAsync()).Single()["yanked"]!.GetValue<bool>().ShouldBeTrue();

        _yanked = "false";
        World.Clock.Moved = UpstreamDocuments.FreshFor * 2;
        (await LinesAsync()).Single()["yanked"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task A_version_that_was_archived_is_not_fetched_again()
    {
        await StartAsync();
        await FileAsync();
        await World.Get<ChangeVersion>().RunAsync(Id("main"), "1.0.0+a", version => version with { Status = PackageVersionStatus.Archived }, CancellationToken.None);

        (await World.AskAsync("GET", Index)).Status.ShouldBe(404);
        (await World.AskAsync("GET", File)).Status.ShouldBe(404);
    }

    /// <summary>Nor one that differs in case, or in hyphens, alone.</summary>
    [Fact]
    public async Task A_crate_that_is_published_here_takes_nothing_from_outside()
    {
        await StartAsync();
        await World.AskAsync("PUT", $"{Crates.Here}api/v1/crates/new", Crates.Frame("my_crate", "0.1.0"));
        Outside.Asked.Clear();

        (await World.AskAsync("GET", Index)).Status.ShouldBe(404);
        (await World.AskAsync("GET", File)).Status.ShouldBe(404);
        (await World.AskAsync("GET", $"{Crates.Here}my/_c/my_crate")).Status.ShouldBe(200);
        Outside.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cargo_fetches_what_is_outside_and_again_when_it_is_gone()
    {
        await StartAsync();
        await using var server = await RegistryServer.StartAsync(World);
        var token = await World.TokenAsync();
        await PublishAsync("serde", "1.0.0");

        foreach (var _ in new[] { 1, 2 })
        {
            using var cargo = new CargoClient(server.Of("cargo"), token);
            cargo.Project("app", "0.1.0", "[dependencies]\nMy-Crate = \"1\"\n");
            (await cargo.RunAsync("app", "fetch")).Code.ShouldBe(0, cargo.Said);
            cargo.Said.ShouldContain("Downloaded My-Crate v1.0.0+a");
            Outside.Fault = http => PlayedOutside.Status(http, 500);
        }
    }

    private Task<ApiResponse> PublishAsync(string name, string version) => World.AskAsync("PUT", $"{Crates.Here}api/v1/crates/new", Crates.Frame(name, version));

    private string Line => $$$"""{"name":"My-Crate","vers":"1.0.0+a","deps":[{"name":"serde","req":"^1","features":[],"optional":false,"default_features":true,"target":null,"kind":"normal"}],"cksum":"{{{Crates.Digest(_crate)}}}","features":{},"yanked":{{{_yanked}}},"more":1}""";

    private async Task StartAsync()
    {
        _outside = await PlayedOutside.StartAsync(Has);
        _world = new PackageWorld(new Dictionary<string, Uri> { ["public:crates-io"] = new($"{_outside.Address}/index/") });
        await World.RepositoryAsync("store", external: "public:crates-io");
        await World.RepositoryAsync("main", upstreams: ["store"]);
    }

    private byte[]? Has(HttpContext http) => http.Request.Path.Value switch
    {
        "/index/config.json" => Encoding.UTF8.GetBytes($$"""{"dl":"{{Outside.Address}}/static/{crate}/{crate}-{version}.crate"}"""),
        "/index/my/-c/my-crate" => Encoding.UTF8.GetBytes(Line + "\n"),
        "/static/My-Crate/My-Crate-1.0.0+a.crate" => _crate,
        _ => null,
    };

    private async Task<JsonNode[]> LinesAsync() => [.. (await PackageWorld.TextAsync(await World.AskAsync("GET", Index))).TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!)];

    private async Task<byte[]> FileAsync() => await PackageWorld.BodyAsync(await World.AskAsync("GET", File));

    private async Task<bool> IsGivenAsync()
    {
        try
        {
            var answer = await World.AskAsync("GET", File);
            await PackageWorld.BodyAsync(answer);
            return answer.Status == 200;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task<StoredVersion?> VersionAsync(string repository) => (await World.Get<PackageStore>().FindVersionAsync(Id(repository), "1.0.0+a", CancellationToken.None))?.Value;

    private static PackageId Id(string repository) => new("org", repository, PackageFormat.cargo, null, "my-crate");
}
