using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Shapes;

namespace Sluice.Packages.Tests.Clients;

/// <summary>Maven itself against a registry of ours, with Debian's plugins.</summary>
public sealed class MavenClientTests : IDisposable
{
    private readonly PackageWorld _world = new();
    private readonly Maven _maven = new();

    public void Dispose()
    {
        _world.Dispose();
        _maven.Dispose();
    }

    [Fact]
    public async Task Releases_and_snapshots_are_deployed_and_fetched()
    {
        await _world.RepositoryAsync();
        await using var server = await RegistryServer.StartAsync(_world);
        _maven.SignIn(await _world.TokenAsync());
        var jar = _maven.Write("app.jar", "release");
        var snapshot = _maven.Write("snapshot.jar", "snapshot");

        await DeployedAsync(server, jar, "1.0");
        await DeployedAsync(server, snapshot, "1.1-SNAPSHOT");
        await DeployedAsync(server, jar, "1.0");

        var versions = await _world.Get<PackageStore>().VersionsAsync(new PackageId("org", "main", PackageFormat.maven, "acme", "app"), TestContext.Current.CancellationToken);
        versions.Count.ShouldBe(2);
        versions.ShouldAllBe(version => version.Status == PackageVersionStatus.Published && version.Assets.Count == 2);
        foreach (var (version, content) in new[] { ("1.0", "release"), ("1.1-SNAPSHOT", "snapshot") })
        {
            var (code, output) = await _maven.FetchAsync(server, version);
            code.ShouldBe(0, output);
            File.ReadAllText(Directory.GetFiles(Path.Combine(_maven.Folder, "fetched", "acme", "app", version), "*.jar")[0]).ShouldBe(content);
        }
    }

    [Fact]
    public async Task Another_file_of_the_same_version_and_an_expired_token_are_refused()
    {
        await _world.RepositoryAsync();
        await using var server = await RegistryServer.StartAsync(_world);
        _maven.SignIn(await _world.TokenAsync());
        await DeployedAsync(server, _maven.Write("app.jar", "one"), "1.0");

        (await _maven.DeployAsync(server, _maven.Write("app.jar", "two"), "1.0")).Output.ShouldContain("409");
        _world.Clock.Moved = TimeSpan.FromHours(13);
        (await _maven.DeployAsync(server, _maven.Write("app.jar", "two"), "1.1")).Output.ShouldContain("401");
    }

    /// <summary>As they stand there, but for the plugins, which are Debian's.</summary>
    [Fact]
    public async Task The_examples_of_the_documentation_run()
    {
        await _world.RepositoryAsync();
        await using var server = await RegistryServer.StartAsync(_world);
        var page = DocsPage.Read("packages-maven.md");
        _maven.Write("settings.xml", page.Blocks("xml")[0].Replace("<servers>", $"<mirrors><mirror><id>debian</id><mirrorOf>central</mirrorOf><url>file://{Maven.Plugins}</url></mirror></mirrors><servers>", StringComparison.Ordinal));
        _maven.Write("app.jar", "release");

        // The first one asks for the address and the token.
        foreach (var (example, repository) in page.Blocks("sh").Skip(1).Zip(["deploying", "fetched"]))
        {
            var command = example.Replace("deploy:", $"{Maven.Plugin("maven-deploy-plugin")}:", StringComparison.Ordinal).Replace("dependency:", $"{Maven.Plugin("maven-dependency-plugin")}:", StringComparison.Ordinal);
            var (code, output) = await _maven.RunAsync(Maven.Program("bash"), ["-ec", command], ("ADDRESS", server.Of("maven")), ("TOKEN", await _world.TokenAsync()), ("MAVEN_OPTS", $"-Duser.home={_maven.Folder} -Dmaven.repo.local={Path.Combine(_maven.Folder, repository)}"));
            code.ShouldBe(0, output);
        }

        File.ReadAllText(Path.Combine(_maven.Folder, "fetched/acme/app/1.0/app-1.0.jar")).ShouldBe("release");
    }

    private async Task DeployedAsync(RegistryServer server, string file, string version)
    {
        var (code, output) = await _maven.DeployAsync(server, file, version);
        code.ShouldBe(0, output);
    }
}
