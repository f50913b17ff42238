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

namespace Sluice.Packages.Tests.Formats.PyPi.Projects;

/// <summary>Projects of a registry outside: the repository <c>main</c> has the upstream <c>pypi-store</c>, which has the connection.</summary>
public sealed class OutsideTests : IAsyncDisposable
{
    private const string Here = "/artifacts/org/pypi/main/";
    private const string WheelName = "demo-1.0-py3-none-any.whl";
    private const string JsonType = "application/vnd.pypi.simple.v1+json";
    private readonly byte[] _wheel = TestFiles.Wheel("demo", "1.0", "Requires-Python: >=3.6\nRequires-Dist: six\n");
    private PackageWorld? _world;
    private PlayedOutside? _outside;

    private bool _speaksHtml;
    private string _yanked = "false";

    private PackageWorld World => _world!;

    private PlayedOutside Outside => _outside!;

    public async ValueTask DisposeAsync()
    {
        _world?.Dispose();
        await (_outside?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_of_outside_leads_to_us_and_its_files_are_fetched_once(bool html)
    {
        _speaksHtml = html;
        await StartAsync();

        var page = await PackageWorld.JsonAsync(await PageAsync());
        var file = page["files"]!.AsArray().Single()!;
        file["url"]!.GetValue<string>().ShouldBe($"1.0/{WheelName}");
        file["hashes"]!["sha256"]!.GetValue<string>().ShouldBe(Digest(_wheel));
        file["requires-python"]!.GetValue<string>().ShouldBe(">=3.6");

        (await FileAsync()).ShouldBe(_wheel);
        (await FileAsync()).ShouldBe(_wheel);
        Outside.Asked.Count(path => path.EndsWith(".whl", StringComparison.Ordinal)).ShouldBe(1);
        foreach (var repository in new[] { "main", "pypi-store" })
        {
            var version = (await VersionAsync(repository)).ShouldNotBeNull();
            (version.Origin, version.Summary.Summary, version.Dependencies.Single().Name).ShouldBe((VersionOrigin.Taken("public:pypi"), "What it does", "six"));
        }

        (await World.Get<PackageStore>().FindAsync(Id("main"), CancellationToken.None))!.Publish.ShouldBe(AllowPublish.BLOCK);
    }

    [Fact]
    public async Task Metadata_is_handed_on_without_its_file()
    {
        await StartAsync();

        var answer = await World.AskAsync("GET", $"{Here}simple/demo/1.0/{WheelName}.metadata");

        (await PackageWorld.TextAsync(answer)).ShouldBe(Metadata);
        (await PackageWorld.TextAsync(await World.AskAsync("GET", $"{Here}simple/demo/1.0/{WheelName}.metadata"))).ShouldBe(Metadata);
        Outside.Asked.Count(path => path.EndsWith(".metadata", StringComparison.Ordinal)).ShouldBe(1);
        Outside.Asked.ShouldNotContain(path => path.EndsWith(".whl", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_kept_is_served_when_the_registry_outside_fails()
    {
        await StartAsync();
        await FileAsync();
        Outside.Fault = http => PlayedOutside.Status(http, 503);
        World.Clock.Moved = TimeSpan.FromHours(1);

        (await PackageWorld.TextAsync(await PageAsync())).ShouldContain(WheelName);
        (await FileAsync()).ShouldBe(_wheel);
        var other = await World.AskAsync("GET", $"{Here}simple/other/");
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

        (await PageAsync()).Status.ShouldBe(here);
        (await World.AskAsync("GET", $"{Here}simple/demo/1.0/{WheelName}")).Status.ShouldBe(here);
        (await VersionAsync("main")).ShouldBeNull();
    }

    /// <summary>Short, cut off, other bytes, gone: nobody gets to the end of it, nothing is kept, and the next one is asked for anew.</summary>
    [Theory]
    [InlineData("short")]
    [InlineData("cut")]
    [InlineData("other")]
    [InlineData("gone")]
    [InlineData("error")]
    public async Task A_file_that_is_not_what_the_page_says_is_never_kept(string fault)
    {
        await StartAsync();
        await PageAsync();
        Outside.Fault = PlayedOutside.Broken(fault, _wheel, TestFiles.Wheel("demo", "1.0", module: "import evil\n"));

        (await IsGivenAsync()).ShouldBeFalse();
        (await VersionAsync("main")).ShouldBeNull();

        Outside.Fault = null;
        (await FileAsync()).ShouldBe(_wheel);
    }

    [Fact]
    public async Task Metadata_that_is_not_what_the_page_says_is_never_kept()
    {
        await StartAsync();
        await PageAsync();
        Outside.Fault = http => http.Response.WriteAsync("Name: other\n");

        await Should.ThrowAsync<IOException>(async () => await PackageWorld.BodyAsync(await World.AskAsync("GET", $"{Here}simple/demo/1.0/{WheelName}.metadata")));

        Outside.Fault = null;
        (await PackageWorld.TextAsync(await World.AskAsync("GET", $"{Here}simple/demo/1.0/{WheelName}.metadata"))).ShouldBe(Metadata);
    }

    [Fact]
    public async Task A_page_that_is_none_is_told_so()
    {
        await StartAsync();
        Outside.Fault = http =>
        {
            http.Response.ContentType = JsonType;
            return http.Response.WriteAsync("{}");
        };

        var answer = await PageAsync();

        answer.Status.ShouldBe(502);
        (await PackageWorld.TextAsync(answer)).ShouldContain("has no list of files");
    }

    [Fact]
    public async Task A_version_that_was_archived_is_not_fetched_again_and_one_that_is_hidden_is_yanked()
    {
        await StartAsync();
        await FileAsync();
        await StatusAsync(PackageVersionStatus.Unlisted);
        (await PackageWorld.JsonAsync(await PageAsync()))["files"]![0]!["yanked"]!.GetValue<bool>().ShouldBeTrue();

        await StatusAsync(PackageVersionStatus.Archived);
        (await PackageWorld.JsonAsync(await PageAsync()))["files"]!.AsArray().ShouldBeEmpty();
        (await World.AskAsync("GET", $"{Here}simple/demo/1.0/{WheelName}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task What_is_yanked_outside_later_is_yanked_here_though_it_is_kept()
    {
        await StartAsync();
        await FileAsync();
        _yanked = "\"unsafe\"";
        World.Clock.Moved = UpstreamDocuments.FreshFor * 2;

        (await PackageWorld.JsonAsync(await PageAsync()))["files"]![0]!["yanked"]!.GetValue<string>().ShouldBe("unsafe");
    }

    [Fact]
    public async Task A_project_that_is_published_here_takes_nothing_from_outside()
    {
        await StartAsync();
        await World.Get<PublishVersion>().RunAsync(new Publication(Id("main"), "0.1", []), TestContext.Current.CancellationToken);

        // Whether it is there was asked for once, when the package was new here.
        Outside.Asked.Clear();

        (await PackageWorld.JsonAsync(await PageAsync()))["files"]!.AsArray().ShouldBeEmpty();
        (await World.AskAsync("GET", $"{Here}simple/demo/1.0/{WheelName}")).Status.ShouldBe(404);
        Outside.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task PyPIs_documents_are_made_of_those_outside()
    {
        await StartAsync();

        var document = await PackageWorld.JsonAsync(await World.AskAsync("GET", $"{Here}pypi/demo/json"));

        document["info"]!["summary"]!.GetValue<string>().ShouldBe("told outside");
        document["urls"]![0]!["url"]!.GetValue<string>().ShouldEndWith($"{Here}simple/demo/1.0/{WheelName}");
    }

    [Fact]
    public async Task Pip_installs_what_is_outside_and_again_when_it_is_gone()
    {
        await StartAsync();
        await using var server = await RegistryServer.StartAsync(World);
        using var python = new Python();
        var token = await World.TokenAsync();

        foreach (var site in new[] { "first", "second" })
        {
            var (code, output) = await python.PipAsync(server.Of("pypi"), token, "install", "--no-deps", "--target", site, "demo");
            code.ShouldBe(0, output);
            File.Exists(Path.Combine(python.Folder, site, "demo.py")).ShouldBeTrue();
            Outside.Fault = http => PlayedOutside.Status(http, 500);
        }
    }

    private static string Metadata => TestFiles.Metadata("demo", "1.0", "Requires-Python: >=3.6\nRequires-Dist: six\n");

    private async Task StartAsync()
    {
        _outside = await PlayedOutside.StartAsync(Has);
        _world = new PackageWorld(new Dictionary<string, Uri> { ["public:pypi"] = new($"{_outside.Address}/root/") });
        await World.RepositoryAsync("pypi-store", external: "public:pypi");
        await World.RepositoryAsync("main", upstreams: ["pypi-store"]);
    }

    private byte[]? Has(HttpContext http)
    {
        (http.Response.ContentType, var body) = http.Request.Path.Value switch
        {
            "/root/simple/demo/" => _speaksHtml ? ("text/html", Encoding.UTF8.GetBytes(Html)) : (JsonType, Encoding.UTF8.GetBytes(Json)),
            $"/root/files/{WheelName}" => ("application/octet-stream", _wheel),
            $"/root/files/{WheelName}.metadata" => ("application/octet-stream", Encoding.UTF8.GetBytes(Metadata)),
            "/root/pypi/demo/1.0/json" => ("application/json", """{"info":{"name":"demo","version":"1.0","summary":"told outside"}}"""u8.ToArray()),
            _ => ("text/plain", null),
        };
        return body;
    }

    private string Json => $$$"""
        {"meta":{"api-version":"1.0"},"name":"demo","files":[{"filename":"{{{WheelName}}}","url":"../../files/{{{WheelName}}}","hashes":{"sha256":"{{{Digest(_wheel)}}}"},
        "requires-python":">=3.6","yanked":{{{_yanked}}},"core-metadata":{"sha256":"{{{Digest(Encoding.UTF8.GetBytes(Metadata))}}}"}}]}
        """;

    private string Html => $"<html><body><a href=\"../../files/{WheelName}#sha256={Digest(_wheel)}\" data-requires-python=\"&gt;=3.6\">{WheelName}</a></body></html>";

    private Task<ApiResponse> PageAsync() => World.AskAsync("GET", $"{Here}simple/demo/", null, ("Accept", JsonType));

    private async Task<byte[]> FileAsync() => await PackageWorld.BodyAsync(await World.AskAsync("GET", $"{Here}simple/demo/1.0/{WheelName}"));

    private async Task<bool> IsGivenAsync()
    {
        try
        {
            var answer = await World.AskAsync("GET", $"{Here}simple/demo/1.0/{WheelName}");
            await PackageWorld.BodyAsync(answer);
            return answer.Status == 200;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task<StoredVersion?> VersionAsync(string repository) => (await World.Get<PackageStore>().FindVersionAsync(Id(repository), "1.0", CancellationToken.None))?.Value;

    private Task StatusAsync(PackageVersionStatus status) => World.Get<ChangeVersion>().RunAsync(Id("main"), "1.0", version => version with { Status = status }, CancellationToken.None);

    private static PackageId Id(string repository) => new("org", repository, PackageFormat.pypi, null, "demo");

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
