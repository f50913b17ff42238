using System.Diagnostics;

namespace Sluice.Packages.Tests.Clients;

/// <summary>npm itself, with a home, a cache and projects of its own.</summary>
internal sealed class Npm : IDisposable
{
    private readonly string _program;
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("sluice-npm-");

    private Npm(string program) => _program = program;

    /// <summary>The test is skipped without npm.</summary>
    /// <param name="registry">The address of a repository's registry, with a slash at its end.</param>
    /// <param name="token">What it signs in with.</param>
    public static Npm At(string registry, string token)
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "npm")).FirstOrDefault(File.Exists);
        Assert.SkipUnless(program is not null, "npm is not on the PATH.");
        var npm = new Npm(program);
        File.WriteAllText(Path.Combine(npm._home.FullName, ".npmrc"), $"registry={registry}\n{registry[registry.IndexOf("//", StringComparison.Ordinal)..]}:_authToken={token}\nupdate-notifier=false\nfund=false\naudit=false\nfetch-retries=0\n");
        return npm;
    }

    /// <summary>A folder with these files.</summary>
    public string Project(string name, params IEnumerable<(string File, string Content)> files)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_home.FullName, name)).FullName;
        foreach (var (file, content) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            File.WriteAllText(Path.Combine(folder, file), content);
        }

        return folder;
    }

    /// <summary>What it printed on its output.</summary>
    public async Task<string> RunAsync(string folder, params string[] arguments)
    {
        var (code, output, errors) = await TryAsync(folder, arguments);
        code.ShouldBe(0, $"npm {string.Join(' ', arguments)}\n{output}{errors}");
        return output.Trim();
    }

    /// <summary>What it complained about.</summary>
    public async Task<string> RefusedAsync(string folder, params string[] arguments)
    {
        var (code, output, errors) = await TryAsync(folder, arguments);
        code.ShouldNotBe(0, output);
        return errors + output;
    }

    /// <summary>Forgets all that it fetched.</summary>
    public void Forget() => Directory.Delete(Path.Combine(_home.FullName, ".npm"), recursive: true);

    public void Dispose() => _home.Delete(recursive: true);

    private async Task<(int Code, string Output, string Errors)> TryAsync(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(_program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("npm_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["HOME"] = _home.FullName;
        start.Environment["npm_config_userconfig"] = Path.Combine(_home.FullName, ".npmrc");
        start.Environment["npm_config_globalconfig"] = Path.Combine(_home.FullName, "none");
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }
}
