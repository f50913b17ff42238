using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Sluice.Packages.Tests.Clients;

/// <summary>A package manager that comes as a package of npm, with a home and caches of its own, and the project <c>app</c>.</summary>
internal sealed class NodeClient : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _variables = [];
    private string? _program;

    public string Folder => _folder.Path;

    private string Home => Path.Combine(Folder, "home");

    /// <summary>Gets the client by the machine's npm. The test is skipped without npm.</summary>
    public async Task GetAsync(string client, string version)
    {
        var npm = Find("npm");
        Assert.SkipUnless(npm is not null, "npm is not on the PATH.");
        await StartAsync(npm, Folder, ["install", "--no-audit", "--no-fund", "--silent", "--prefix", Path.Combine(Folder, "tools"), $"{client}@{version}"], []);
        var package = Path.Combine(Folder, "tools/node_modules", client);
        var programs = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(package, "package.json")))!["bin"]!;
        _program = Path.GetFullPath(Path.Combine(package, (string)programs[client == "pnpm" ? "pnpm" : "yarn"]!));
    }

    /// <summary>Knows a repository from now on, by what <c>login</c> writes and the variables that the documentation names.</summary>
    public void Use(string registry, string token)
    {
        Write("home/.npmrc", $"registry={registry}\n{registry[registry.IndexOf("//", StringComparison.Ordinal)..]}:_authToken={token}\n");
        _variables["npm_config_always_auth"] = "true";
        _variables["YARN_NPM_REGISTRY_SERVER"] = registry;
        _variables["YARN_NPM_AUTH_TOKEN"] = token;
        _variables["YARN_NPM_ALWAYS_AUTH"] = "true";
        _variables["YARN_UNSAFE_HTTP_WHITELIST"] = "127.0.0.1";
        _variables["YARN_NODE_LINKER"] = "node-modules";
        _variables["YARN_ENABLE_TELEMETRY"] = "0";
    }

    public void Write(string name, string content) => _folder.Write(name, content);

    /// <summary>Forgets what it fetched and installed: its settings stay.</summary>
    public void Forget()
    {
        Directory.Delete(Path.Combine(Folder, "app/node_modules"), recursive: true);
        foreach (var kept in Directory.GetDirectories(Home))
        {
            Directory.Delete(kept, recursive: true);
        }
    }

    public Task RunAsync(string arguments) => StartAsync(_program!, Path.Combine(Folder, "app"), arguments.Split(' '), new Dictionary<string, string>(_variables)
    {
        ["HOME"] = Home, ["npm_config_userconfig"] = Path.Combine(Home, ".npmrc"), ["XDG_CACHE_HOME"] = Path.Combine(Home, "cache"), ["XDG_DATA_HOME"] = Path.Combine(Home, "data"), ["CI"] = "",
    });

    public void Dispose() => _folder.Dispose();

    private static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static async Task StartAsync(string program, string folder, string[] arguments, Dictionary<string, string> variables)
    {
        var start = program.EndsWith("js", StringComparison.Ordinal) ? new ProcessStartInfo(Find("node")!, [program, .. arguments]) : new ProcessStartInfo(program, arguments);
        (start.WorkingDirectory, start.RedirectStandardOutput, start.RedirectStandardError) = (folder, true, true);
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}\n{await output}{await errors}");
    }
}
