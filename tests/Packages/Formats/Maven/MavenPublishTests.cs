using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Shapes;
using Sluice.Platform.Protocol;

namespace Sluice.Packages.Tests.Formats.Maven;

[SuppressMessage("Security", "CA5350", Justification = "Maven has it.")]
public sealed class MavenPublishTests : IAsyncLifetime
{
    private const string Here = "/artifacts/org/maven/main/";
    private readonly PackageWorld _world = new();

    public async ValueTask InitializeAsync() => await _world.RepositoryAsync();

    public ValueTask DisposeAsync()
    {
        _world.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_version_is_unfinished_until_its_list_comes()
    {
        await SendAsync("acme/app/1.0/app-1.0.jar", "jar", 201);
        await SendAsync("acme/app/1.0/app-1.0.pom", Pom("1.0"), 201);
        await SendAsync("acme/app/1.0/app-1.0.jar.sha1", Sha1("jar"), 201);
        (await VersionAsync("1.0"))!.Status.ShouldBe(PackageVersionStatus.Unfinished);
        (await GetAsync("acme/app/1.0/app-1.0.jar")).Status.ShouldBe(404);
        (await GetAsync("acme/app/maven-metadata.xml")).Status.ShouldBe(404);

        await SendAsync("acme/app/maven-metadata.xml", List("1.0"), 201);
        await SendAsync("acme/app/maven-metadata.xml.sha1", Sha1(List("1.0")), 201);

        var version = (await VersionAsync("1.0"))!;
        (version.Status, version.Summary.Summary, version.PublishedBy, version.Dependencies.Single().Name).ShouldBe((PackageVersionStatus.Published, "What it does", "tester", "b"));
        version.Assets.Select(asset => asset.Name).ShouldBe(["app-1.0.jar", "app-1.0.pom"]);
        (await TextAsync("acme/app/1.0/app-1.0.jar")).ShouldBe("jar");
        (await TextAsync("acme/app/1.0/app-1.0.jar.sha1")).ShouldBe(Sha1("jar"));
        var list = await TextAsync("acme/app/maven-metadata.xml");
        XElement.Parse(list).Element("versioning")!.Element("release")!.Value.ShouldBe("1.0");
        (await TextAsync("acme/app/maven-metadata.xml.sha1")).ShouldBe(Sha1(list));
        (await _world.AskAsync("HEAD", $"{Here}acme/app/1.0/app-1.0.jar")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_version_takes_more_files_later_and_the_same_again_but_no_others()
    {
        await PublishAsync("1.0");
        await SendAsync("acme/app/1.0/app-1.0-sources.jar", "sources", 201);
        await SendAsync("acme/app/1.0/app-1.0.jar", "jar 1.0", 201);
        await SendAsync("acme/app/1.0/app-1.0.jar", "other", 409);

        (await VersionAsync("1.0"))!.Status.ShouldBe(PackageVersionStatus.Published);
        (await TextAsync("acme/app/1.0/app-1.0-sources.jar")).ShouldBe("sources");
        (await TextAsync("acme/app/1.0/app-1.0.jar")).ShouldBe("jar 1.0");
    }

    [Fact]
    public async Task Of_a_snapshot_the_last_build_is_listed()
    {
        await SnapshotAsync("1.0-20240101.000000-1");
        await SnapshotAsync("1.0-20240102.000000-2");

        var list = XElement.Parse(await TextAsync("acme/app/1.0-SNAPSHOT/maven-metadata.xml")).Element("versioning")!;
        (list.Element("snapshot")!.Element("timestamp")!.Value, list.Element("snapshot")!.Element("buildNumber")!.Value).ShouldBe(("20240102.000000", "2"));
        list.Element("snapshotVersions")!.Elements().Select(file => $"{file.Element("classifier")?.Value} {file.Element("extension")!.Value} {file.Element("value")!.Value}")
            .ShouldBe(["tests jar 1.0-20240102.000000-2", " pom 1.0-20240102.000000-2"], ignoreOrder: true);
        (await VersionAsync("1.0-20240101.000000-1"))!.Status.ShouldBe(PackageVersionStatus.Unlisted);
        (await TextAsync("acme/app/1.0-SNAPSHOT/app-1.0-20240101.000000-1-tests.jar")).ShouldBe("1.0-20240101.000000-1");
        XElement.Parse(await TextAsync("acme/app/maven-metadata.xml")).Element("versioning")!.Element("versions")!.Elements().Select(version => version.Value).ShouldBe(["1.0-SNAPSHOT"]);
    }

    [Theory]
    [InlineData("acme/app/1.0/app-1.0.jar.sha1", "da39a3ee5e6b4b0d3255bfef95601890afd80709", 400, "was it changed on its way?")]
    [InlineData("acme/app/1.0/app-1.0.jar.sha1", "cut off", 400, "in hexadecimal digits is expected")]
    [InlineData("acme/app/1.0/app-1.0-no.jar.sha1", "da39a3ee5e6b4b0d3255bfef95601890afd80709", 404, "it comes first")]
    [InlineData("acme/app/2.0/app-2.0.pom", "<project><groupId>acme</groupId><artifactId>other</artifactId><version>1.0</version></project>", 400, "artifactId: 'app' is expected by its path, not 'other'. version: '2.0'")]
    [InlineData("acme/app/2.0/app-2.0.pom", "<!DOCTYPE project><project/>", 400, "is no XML that is taken")]
    [InlineData("acme/app/maven-metadata.xml", "<metadata><groupId>other</groupId></metadata>", 400, "acme:app is expected")]
    [InlineData("acme/app/maven-metadata.xml", "no", 400, "is no XML")]
    [InlineData("acme/app/2.0/other-2.0.jar", "x", 400, "is expected after")]
    public async Task What_is_wrong_is_told(string path, string body, int status, string because)
    {
        await PublishAsync("1.0");
        var answer = await _world.AskAsync("PUT", Here + path, Encoding.UTF8.GetBytes(body));

        answer.Status.ShouldBe(status);
        (await PackageWorld.TextAsync(answer)).ShouldContain(because);
        (await VersionAsync("2.0")).ShouldBeNull();
    }

    [Fact]
    public async Task Versions_are_listed_in_their_order_without_those_that_are_hidden()
    {
        foreach (var version in new[] { "1.10", "1.9", "2.0-rc1", "1.11" })
        {
            await PublishAsync(version);
        }

        await _world.Get<Publishing.ChangeVersion>().RunAsync(Id, "1.11", version => version with { Status = PackageVersionStatus.Unlisted }, TestContext.Current.CancellationToken);
        var versioning = XElement.Parse(await TextAsync("acme/app/maven-metadata.xml")).Element("versioning")!;

        versioning.Element("versions")!.Elements().Select(version => version.Value).ShouldBe(["1.9", "1.10", "2.0-rc1"]);
        (await TextAsync("acme/app/1.11/app-1.11.jar")).ShouldBe("jar 1.11");
    }

    [Fact]
    public async Task Who_may_only_read_publishes_nothing() =>
        (await _world.AskAsync(await _world.TokenAsync("reader"), "PUT", $"{Here}acme/app/1.0/app-1.0.jar", [1])).Status.ShouldBe(403);

    private static PackageId Id => new("org", "main", PackageFormat.maven, "acme", "app");

    private static string Pom(string version) =>
        $"<project><groupId>acme</groupId><artifactId>app</artifactId><version>{version}</version><description>What it does</description><dependencies><dependency><groupId>a</groupId><artifactId>b</artifactId></dependency></dependencies></project>";

    private static string List(string version) => $"<metadata><groupId>acme</groupId><artifactId>app</artifactId><versioning><versions><version>{version}</version></versions></versioning></metadata>";

    private async Task PublishAsync(string version)
    {
        await SendAsync($"acme/app/{version}/app-{version}.jar", $"jar {version}", 201);
        await SendAsync($"acme/app/{version}/app-{version}.pom", Pom(version), 201);
        await SendAsync("acme/app/maven-metadata.xml", List(version), 201);
    }

    private async Task SnapshotAsync(string build)
    {
        await SendAsync($"acme/app/1.0-SNAPSHOT/app-{build}-tests.jar", build, 201);
        await SendAsync($"acme/app/1.0-SNAPSHOT/app-{build}.pom", Pom("1.0-SNAPSHOT"), 201);
        var parts = build.Split('-');
        await SendAsync(
            "acme/app/1.0-SNAPSHOT/maven-metadata.xml",
            $"<metadata><groupId>acme</groupId><artifactId>app</artifactId><version>1.0-SNAPSHOT</version><versioning><snapshot><timestamp>{parts[1]}</timestamp><buildNumber>{parts[2]}</buildNumber></snapshot></versioning></metadata>",
            201);
        await SendAsync("acme/app/maven-metadata.xml", List("1.0-SNAPSHOT"), 201);
    }

    private async Task SendAsync(string path, string body, int status)
    {
        var answer = await _world.AskAsync("PUT", Here + path, Encoding.UTF8.GetBytes(body));
        answer.Status.ShouldBe(status, await PackageWorld.TextAsync(answer));
    }

    private Task<ApiResponse> GetAsync(string path) => _world.AskAsync("GET", Here + path);

    private async Task<string> TextAsync(string path)
    {
        var answer = await GetAsync(path);
        answer.Status.ShouldBe(200, path);
        return await PackageWorld.TextAsync(answer);
    }

    private async Task<StoredVersion?> VersionAsync(string version) => (await _world.Get<PackageStore>().FindVersionAsync(Id, version, TestContext.Current.CancellationToken))?.Value;

    private static string Sha1(string text) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
}
