using System.Diagnostics;
using System.Security;

namespace Sluice.Packages.Tests.Clients;

/// <summary>Maven itself with Debian's plugins, and with settings and local repositories of its own.</summary>
internal sealed class Maven : IDisposable
{
    public const string Plugins = "/usr/share/maven-repo";
    private readonly TemporaryFolder _folder = new();

    public string Folder => _folder.Path;

    public string Write(string name, string content) => _folder.Write(name, content);

    /// <summary>The test is skipped without Maven's plugin.</summary>
    public static string Plugin(string name)
    {
        var folder = Path.Combine(Plugins, "org/apache/maven/plugins", name);
        Assert.SkipUnless(Directory.Exists(folder), $"{name} is not installed (lib{name}-java).");
        Assert.SkipUnless(Directory.Exists(Path.Combine(Plugins, "junit/junit")), "A plugin needs JUnit (junit4).");
        var version = Directory.GetDirectories(folder).Select(path => Path.GetFileName(path)).Where(text => text != "debian").Order(Packages.Formats.Maven.MavenVersion.Order).Last();
        return $"org.apache.maven.plugins:{name}:{version}";
    }

    /// <summary>The test is skipped without it.</summary>
    public static string Program(string name)
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        Assert.SkipUnless(program is not null, $"{name} is not on the PATH.");
        return program;
    }

    public void SignIn(string token) => Write("settings.xml", $"""
        <settings>
          <mirrors><mirror><id>debian</id><mirrorOf>central</mirrorOf><url>file://{Plugins}</url></mirror></mirrors>
          <servers><server><id>suite</id><username>aws</username><password>{SecurityElement.Escape(token)}</password></server></servers>
        </settings>
        """);

    /// <summary>Deploys a file as <c>acme:app</c>.</summary>
    public Task<(int Code, string Output)> DeployAsync(RegistryServer server, string file, string version) =>
        GoAsync("deploying", $"{Plugin("maven-deploy-plugin")}:deploy-file", $"-Durl={server.Of("maven")}", "-DrepositoryId=suite", $"-Dfile={file}", "-DgroupId=acme", "-DartifactId=app", $"-Dversion={version}", "-Dpackaging=jar");

    /// <summary>Fetches it into the local repository <c>fetched</c>.</summary>
    public Task<(int Code, string Output)> FetchAsync(RegistryServer server, string version) =>
        GoAsync("fetched", $"{Plugin("maven-dependency-plugin")}:get", $"-DremoteRepositories=suite::default::{server.Of("maven")}", "-Dtransitive=false", $"-Dartifact=acme:app:{version}");

    public async Task<(int Code, string Output)> RunAsync(string program, string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }

    public void Dispose() => _folder.Dispose();

    /// <param name="repository">Which of its local repositories, so that nothing is taken from what it deployed.</param>
    /// <param name="arguments">What it is to do.</param>
    private Task<(int Code, string Output)> GoAsync(string repository, params string[] arguments)
    {
        string[] common = ["-B", "-e", "-s", Path.Combine(Folder, "settings.xml"), $"-Dmaven.repo.local={Path.Combine(Folder, repository)}"];
        return RunAsync(Program("mvn"), [.. common, .. arguments], ("MAVEN_OPTS", $"-Duser.home={Folder}"));
    }
}
