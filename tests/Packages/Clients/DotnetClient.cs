using System.Diagnostics;

namespace Sluice.Packages.Tests.Clients;

/// <summary>The <c>dotnet</c> command with a NuGet configuration, caches and packages of its own: it knows one source, <c>suite</c>.</summary>
internal sealed class DotnetClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly TemporaryFolder _folder = new();

    public DotnetClient() => Assert.SkipUnless(IsHere, "dotnet is not on the PATH.");

    public static bool IsHere { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "dotnet")));

    public string Folder => _folder.Path;

    /// <summary>Knows a repository from now on.</summary>
    /// <param name="endpoint">Where the registries are.</param>
    /// <param name="repository">Which one.</param>
    /// <param name="token">What is signed in with.</param>
    public void Use(string endpoint, string repository, string token) => Write("nuget.config", $"""
        <configuration>
          <packageSources>
            <clear />
            <add key="suite" value="{endpoint}/artifacts/org/nuget/{repository}/v3/index.json" allowInsecureConnections="true" />
          </packageSources>
          <packageSourceCredentials>
            <suite>
              <add key="Username" value="aws" />
              <add key="ClearTextPassword" value="{token}" />
            </suite>
          </packageSourceCredentials>
        </configuration>
        """);

    public string Write(string name, string content) => _folder.Write(name, content);

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>A project that needs a package.</summary>
    public void Need(string id, string version) => Write("app/app.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
          <ItemGroup><PackageReference Include="{id}" Version="{version}" /></ItemGroup>
        </Project>
        """);

    /// <summary>Restores the project with nothing that was restored before.</summary>
    public async Task<(int ExitCode, string Output)> RestoreAsync()
    {
        foreach (var folder in new[] { "packages", "http", "app/obj" }.Select(name => Path.Combine(Folder, name)).Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }

        return await RunAsync("restore", "app/app.csproj");
    }

    /// <summary>Whether the restored packages have this one.</summary>
    public bool Has(string name, string number) => File.Exists(Path.Combine(Folder, "packages", name, number, $"{name}.{number}.nupkg"));

    public async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in Surroundings())
        {
            start.Environment[name] = value;
        }

        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(Patience);
        using var process = Process.Start(start)!;
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(late.Token), process.StandardError.ReadToEndAsync(late.Token));
            await process.WaitForExitAsync(late.Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    public void Dispose() => _folder.Dispose();

    private IEnumerable<(string Name, string Value)> Surroundings() =>
    [
        ("NUGET_PACKAGES", Path.Combine(Folder, "packages")), ("NUGET_HTTP_CACHE_PATH", Path.Combine(Folder, "http")), ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"), ("DOTNET_NOLOGO", "1"), ("DOTNET_CLI_UI_LANGUAGE", "en"),
        ("MSBUILDDISABLENODEREUSE", "1"), ("DOTNET_CLI_USE_MSBUILD_SERVER", "0"), ("DOTNET_CLI_HOME", Path.Combine(Folder, "home")), ("NO_PROXY", "127.0.0.1"),
    ];
}
