using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;
using Sluice.Packages.Shapes;
using Sluice.Packages.Tests.Upstreams;

namespace Sluice.Packages.Tests.Formats.Maven;

/// <summary>Files of a Maven repository outside: the repository <c>main</c> has the upstream <c>central-store</c>, which has the connection.</summary>
[SuppressMessage("Security", "CA5350", Justification = "Maven has it.")]
public sealed class MavenOutsideTests : IAsyncDisposable
{
    private const string Here = "/artifacts/org/maven/main/";
    private const string Jar = "acme/app/1.0/app-1.0.jar";
    private readonly Dictionary<string, string> _files = new()
    {
        [$"/m2/{Jar}"] = "the whole jar",
        [$"/m2/{Jar}.sha1"] = $"{Sha1("the whole jar")}  app-1.0.jar",
        ["/m2/acme/app/1.0/app-1.0.pom"] = "<project><groupId>acme</groupId><artifactId>app</artifactId><version>1.0</version><description>outside</description></project>",
        ["/m2/acme/app/maven-metadata.xml"] = "<metadata><groupId>acme</groupId><artifactId>app</artifactId><versioning><versions><version>1.0</version><version>1.1</version></versions><lastUpdated>20200101000000</lastUpdated></versioning></metadata>",
        ["/m2/org/plugins/maven-metadata.xml"] = "<metadata><plugins><plugin><prefix>x</prefix></plugin></plugins></metadata>",
        ["/m2/acme/app/2.0-SNAPSHOT/app-2.0-SNAPSHOT.jar"] = "changes",
    };

    private PackageWorld? _world;
    private PlayedOutside? _outside;

    private PackageWorld World => _world!;

    private PlayedOutside Outside => _outside!;

    public async ValueTask DisposeAsync()
    {
        _world?.Dispose();
        await (_outside?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task A_file_is_fetched_once_and_kept_in_both_repositories()
    {
        await StartAsync();

        (await GetAsync($"{Jar}.sha1")).ShouldBe((200, Sha1("the whole jar")));
        (await GetAsync(Jar)).ShouldBe((200, "the whole jar"));
        (await GetAsync("acme/app/1.0/app-1.0.pom")).Status.ShouldBe(200);
        Outside.Fault = http => PlayedOutside.Status(http, 500);
        (await GetAsync(Jar)).ShouldBe((200, "the whole jar"));
        (await GetAsync($"{Jar}.sha512")).Status.ShouldBe(200);

        Outside.Asked.Count(path => path.EndsWith(".jar", StringComparison.Ordinal)).ShouldBe(1);
        foreach (var repository in new[] { "main", "central-store" })
        {
            var version = (await VersionAsync(repository)).ShouldNotBeNull();
            (version.Status, version.Origin, version.Summary.Summary, version.Assets.Count).ShouldBe((PackageVersionStatus.Published, VersionOrigin.Taken("public:maven-central"), "outside", 2));
        }
    }

    [Theory]
    [InlineData("other")]
    [InlineData("short")]
    [InlineData("cut")]
    [InlineData("error")]
    [InlineData("gone")]
    public async Task A_file_that_is_not_what_its_checksum_says_is_never_kept(string fault)
    {
        await StartAsync();
        (Outside.FaultAt, Outside.Fault) = (".jar", PlayedOutside.Broken(fault, "the whole jar"u8.ToArray(), "another jar!!"u8.ToArray()));

        (await IsGivenAsync()).ShouldBeFalse();
        (await VersionAsync("main")).ShouldBeNull();

        Outside.Fault = null;
        (await GetAsync(Jar)).ShouldBe((200, "the whole jar"));
    }

    [Fact]
    public async Task Lists_are_put_together_and_what_is_hidden_here_is_not_listed()
    {
        await StartAsync();
        await GetAsync(Jar);
        await World.Get<ChangeVersion>().RunAsync(Id("main"), "1.0", version => version with { Status = PackageVersionStatus.Archived }, TestContext.Current.CancellationToken);

        (await VersionsAsync()).ShouldBe(["1.1"]);
        (await GetAsync(Jar)).Status.ShouldBe(404);
        await World.Get<PublishVersion>().RunAsync(new Publication(Id("central-store"), "0.9", []), TestContext.Current.CancellationToken).ShouldThrowAsync<Platform.Protocol.ApiException>();
    }

    [Fact]
    public async Task What_is_kept_is_listed_when_the_repository_outside_fails()
    {
        await StartAsync();
        await GetAsync(Jar);
        Outside.Fault = http => PlayedOutside.Status(http, 503);

        (await VersionsAsync()).ShouldBe(["1.0"]);
        (await GetAsync("acme/other/maven-metadata.xml")).Status.ShouldBe(502);
        (await GetAsync("acme/other/1.0/other-1.0.jar")).Status.ShouldBe(502);
    }

    [Fact]
    public async Task What_is_published_here_takes_nothing_from_outside()
    {
        await StartAsync();
        await World.Get<PublishVersion>().RunAsync(new Publication(Id("main"), "0.1", []), TestContext.Current.CancellationToken);

        // Whether it is there was asked for once, when the package was new here.
        Outside.Asked.Clear();

        (await VersionsAsync()).ShouldBe(["0.1"]);
        (await GetAsync(Jar)).Status.ShouldBe(404);
        Outside.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Snapshots_are_not_taken_and_lists_of_plugins_are_handed_on()
    {
        await StartAsync();

        (await GetAsync("acme/app/2.0-SNAPSHOT/app-2.0-SNAPSHOT.jar")).Status.ShouldBe(404);
        (await GetAsync("org/plugins/maven-metadata.xml")).Body.ShouldContain("<prefix>x</prefix>");
        (await GetAsync("acme/app/9/app-9.jar")).Status.ShouldBe(404);
    }

    private async Task StartAsync()
    {
        _outside = await PlayedOutside.StartAsync(Has);
        _world = new PackageWorld(new Dictionary<string, Uri> { ["public:maven-central"] = new($"{_outside.Address}/m2/") });
        await World.RepositoryAsync("central-store", external: "public:maven-central");
        await World.RepositoryAsync("main", upstreams: ["central-store"]);
    }

    private byte[]? Has(HttpContext http) => _files.TryGetValue(http.Request.Path, out var file) ? Encoding.UTF8.GetBytes(file) : null;

    private async Task<bool> IsGivenAsync()
    {
        try
        {
            return (await GetAsync(Jar)).Status == 200;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task<(int Status, string Body)> GetAsync(string path)
    {
        var answer = await World.AskAsync("GET", Here + path);
        return (answer.Status, await PackageWorld.TextAsync(answer));
    }

    private async Task<IEnumerable<string>> VersionsAsync() => XElement.Parse((await GetAsync("acme/app/maven-metadata.xml")).Body).Element("versioning")!.Element("versions")!.Elements().Select(version => version.Value);

    private async Task<StoredVersion?> VersionAsync(string repository) => (await World.Get<PackageStore>().FindVersionAsync(Id(repository), "1.0", CancellationToken.None))?.Value;

    private static PackageId Id(string repository) => new("org", repository, PackageFormat.maven, "acme", "app");

    private static string Sha1(string text) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
}
