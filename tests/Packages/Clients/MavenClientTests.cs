using System.Diagnostics;
using System.Security;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Shapes;

namespace Sluice.Packages.Tests.Clients;

/// <summary>Maven itself against a registry of ours, with Debian's plugins.</summary>
public sealed class MavenClientTests : IDisposable
{
    private const string Plugins = "/usr/share/maven-repo";
    private readonly PackageWorld _world = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _world.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Releases_and_snapshots_are_deployed_and_fetched()
    {
        await _world.RepositoryAsync();
        await using var server = await RegistryServer.StartAsync(_world);
        Settings(await _world.TokenAsync());
        var jar = _folder.Write("app.jar", "release");
        var snapshot = _folder.Write("snapshot.jar", "snapshot");

        await DeployedAsync(server, jar, "1.0");
        await DeployedAsync(server, snapshot, "1.1-SNAPSHOT");
        await DeployedAsync(server, jar, "1.0");

        var versions = await _world.Get<PackageStore>().VersionsAsync(new PackageId("org", "main", PackageFormat.maven, "acme", "app"), TestContext.Current.CancellationToken);
        versions.Count.ShouldBe(2);
        versions.ShouldAllBe(version => version.Status == PackageVersionStatus.Published && version.Assets.Count == 2);
        foreach (var (version, content) in new[] { ("1.0", "release"), ("1.1-SNAPSHOT", "snapshot") })
        {
            var (code, output) = await MavenAsync("fetched", $"{Plugin("maven-dependency-plugin")}:get", $"-DremoteRepositories=suite::default::{server.Of("maven")}", "-Dtransitive=false", $"-Dartifact=acme:app:{version}");
            code.ShouldBe(0, output);
            File.ReadAllText(Directory.GetFiles(Path.Combine(_folder.Path, "fetched", "acme", "app", version), "*.jar")[0]).ShouldBe(content);
        }
    }

    [Fact]
    public async Task Another_file_of_the_same_version_and_an_expired_token_are_refused()
    {
        await _world.RepositoryAsync();
        await using var server = await RegistryServer.StartAsync(_world);
        Settings(await _world.TokenAsync());
        await DeployedAsync(server, _folder.Write("app.jar", "one"), "1.0");

        (await DeployAsync(server, _folder.Write("app.jar", "two"), "1.0")).Output.ShouldContain("409");
        _world.Clock.Moved = TimeSpan.FromHours(13);
        (await DeployAsync(server, _folder.Write("app.jar", "two"), "1.1")).Output.ShouldContain("401");
    }

    /// <summary>As they stand there, but for the plugins, which are Debian's.</summary>
    [Fact]
    public async Task The_examples_of_the_documentation_run()
    {
        await _world.RepositoryAsync();
        await using var server = await RegistryServer.StartAsync(_world);
        var page = DocsPage.Read("packages-maven.md");
        _folder.Write("settings.xml", page.Blocks("xml")[0].Replace("<servers>", $"<mirrors><mirror><id>debian</id><mirrorOf>central</mirrorOf><url>file://{Plugins}</url></mirror></mirrors><servers>", StringComparison.Ordinal));
        _folder.Write("app.jar", "release");

        // The first one asks for the address and the token.
        foreach (var (example, repository) in page.Blocks("sh").Skip(1).Zip(["deploying", "fetched"]))
        {
            var command = example.Replace("deploy:", $"{Plugin("maven-deploy-plugin")}:", StringComparison.Ordinal).Replace("dependency:", $"{Plugin("maven-dependency-plugin")}:", StringComparison.Ordinal);
            var (code, output) = await RunAsync(Program("bash"), ["-ec", command], ("ADDRESS", server.Of("maven")), ("TOKEN", await _world.TokenAsync()), ("MAVEN_OPTS", $"-Duser.home={_folder.Path} -Dmaven.repo.local={Path.Combine(_folder.Path, repository)}"));
            code.ShouldBe(0, output);
        }

        File.ReadAllText(Path.Combine(_folder.Path, "fetched/acme/app/1.0/app-1.0.jar")).ShouldBe("release");
    }

    /// <summary>The test is skipped without Maven and its plugins.</summary>
    private static string Plugin(string name)
    {
        var folder = Path.Combine(Plugins, "org/apache/maven/plugins", name);
        Assert.SkipUnless(Directory.Exists(folder), $"{name} is not installed (lib{name}-java).");
        Assert.SkipUnless(Directory.Exists(Path.Combine(Plugins, "junit/junit")), "A plugin needs JUnit (junit4).");
        var version = Directory.GetDirectories(folder).Select(path => Path.GetFileName(path)).Where(text => text != "debian").Order(Packages.Formats.Maven.MavenVersion.Order).Last();
        return $"org.apache.maven.plugins:{name}:{version}";
    }

    private void Settings(string token) => _folder.Write("settings.xml", $"""
        <settings>
          <mirrors><mirror><id>debian</id><mirrorOf>central</mirrorOf><url>file://{Plugins}</url></mirror></mirrors>
          <servers><server><id>suite</id><username>aws</username><password>{SecurityElement.Escape(token)}</password></server></servers>
        </settings>
        """);

    private async Task DeployedAsync(RegistryServer server, string file, string version)
    {
        var (code, output) = await DeployAsync(server, file, version);
        code.ShouldBe(0, output);
    }

    private Task<(int Code, string Output)> DeployAsync(RegistryServer server, string file, string version) =>
        MavenAsync("deploying", $"{Plugin("maven-deploy-plugin")}:deploy-file", $"-Durl={server.Of("maven")}", "-DrepositoryId=suite", $"-Dfile={file}", "-DgroupId=acme", "-DartifactId=app", $"-Dversion={version}", "-Dpackaging=jar");

    /// <param name="repository">Which of its local repositories, so that nothing is taken from what it deployed.</param>
    /// <param name="arguments">What it is to do.</param>
    private async Task<(int Code, string Output)> MavenAsync(string repository, params string[] arguments)
    {
        string[] common = ["-B", "-e", "-s", Path.Combine(_folder.Path, "settings.xml"), $"-Dmaven.repo.local={Path.Combine(_folder.Path, repository)}"];
        return await RunAsync(Program("mvn"), [.. common, .. arguments], ("MAVEN_OPTS", $"-Duser.home={_folder.Path}"));
    }

    private static string Program(string name)
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        Assert.SkipUnless(program is not null, $"{name} is not on the PATH.");
        return program;
    }

    private async Task<(int Code, string Output)> RunAsync(string program, string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
