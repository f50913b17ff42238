using Sluice.Packages.Tests.Kills;

namespace Sluice.Packages.Tests.Clients;

/// <summary>Gradle itself fetches from a registry of ours. Debian's build of it cannot publish by HTTP to anything, so what it publishes is not tried.</summary>
public sealed class GradleClientTests : IDisposable
{
    private readonly PackageWorld _world = new();
    private readonly Maven _tools = new();

    public void Dispose()
    {
        _world.Dispose();
        _tools.Dispose();
    }

    /// <summary>As docs/packages-maven.md has it, and for whatever version is the newest.</summary>
    [Theory]
    [InlineData("1.0")]
    [InlineData("1.+")]
    public async Task What_was_deployed_is_fetched(string version)
    {
        await _world.RepositoryAsync();
        await using var server = await RegistryServer.StartAsync(_world);
        (await new MavenPublication().PublishAsync(_world)).ShouldBe(200);
        var example = DocsPage.Read("packages-maven.md").Blocks("groovy")[0].Replace("acme:app:1.0", $"acme:app:{version}", StringComparison.Ordinal);

        // Debian's is older than these two.
        example = example.Replace("implementation", "compile", StringComparison.Ordinal).Replace("        allowInsecureProtocol = true\n", "", StringComparison.Ordinal);
        _tools.Write("build.gradle", $"apply plugin: 'java'\n{example}\ntask fetch(type: Copy) {{ from configurations.compile; into 'fetched' }}\n");
        _tools.Write("settings.gradle", "");

        var (code, output) = await _tools.RunAsync(
            Maven.Program("gradle"), ["--no-daemon", "--quiet", "fetch"], ("CODEARTIFACT_MAVEN_URL", server.Of("maven")), ("CODEARTIFACT_AUTH_TOKEN", await _world.TokenAsync()), ("GRADLE_USER_HOME", Path.Combine(_tools.Folder, "home")));

        code.ShouldBe(0, output);
        File.ReadAllText(Path.Combine(_tools.Folder, "fetched/app-1.0.jar")).ShouldBe("jar");
    }
}
