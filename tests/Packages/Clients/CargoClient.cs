using System.Diagnostics;

namespace Sluice.Packages.Tests.Clients;

/// <summary>cargo itself, with a home of its own and the registry as its default one.</summary>
internal sealed class CargoClient : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <param name="registry">The address of a repository's registry.</param>
    /// <param name="token">What lets in.</param>
    public CargoClient(string registry, string token) => _folder.Write("home/config.toml", $"""
        [registries.main]
        index = "sparse+{registry}"
        credential-provider = "cargo:token-from-stdout echo {token}"
        [registry]
        default = "main"
        [source.crates-io]
        replace-with = "main"
        [net]
        retry = 0
        """);

    public string Folder => _folder.Path;

    /// <summary>All that the last run said.</summary>
    public string Said { get; private set; } = "";

    /// <summary>A crate of a folder of its name, with one function.</summary>
    public void Project(string name, string version, string more = "", string code = "pub fn one() -> i32 { 1 }\n")
    {
        _folder.Write($"{name}/Cargo.toml", $"[package]\nname = \"{name}\"\nversion = \"{version}\"\nedition = \"2021\"\ndescription = \"The crate {name}\"\nlicense = \"MIT OR Apache-2.0\"\nhomepage = \"https://example.com\"\n{more}");
        _folder.Write($"{name}/README.md", $"# {name}\n");
        _folder.Write($"{name}/src/lib.rs", code);
    }

    /// <summary>The test is skipped without cargo.</summary>
    public async Task<(int Code, string Output)> RunAsync(string folder, params string[] arguments)
    {
        var cargo = Find("cargo");
        Assert.SkipUnless(cargo is not null, "cargo is not on the PATH.");
        return await StartAsync(cargo, folder, arguments);
    }

    public void Dispose() => _folder.Dispose();

    private static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private async Task<(int Code, string Output)> StartAsync(string program, string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Path.Combine(Folder, folder), RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("CARGO_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in new[] { ("CARGO_HOME", Path.Combine(Folder, "home")), ("CARGO_TERM_COLOR", "never") })
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Said = await output + await errors;
        return (process.ExitCode, Said);
    }
}
