using System.Diagnostics;

namespace Sluice.Packages.Tests.Clients;

/// <summary>pip and twine themselves, with folders of their own and nobody's settings.</summary>
internal sealed class Python : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Folder => _folder.Path;

    /// <summary>Writes a file for upload.</summary>
    /// <returns>Where it is.</returns>
    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>An address with a token in it, as pip is given one.</summary>
    public static string WithToken(string address, string token) => address.Replace("://", $"://aws:{token}@", StringComparison.Ordinal);

    /// <summary>The test is skipped without pip.</summary>
    public async Task<(int Code, string Output)> PipAsync(string registry, string token, params string[] arguments)
    {
        var python = await InterpreterAsync();
        Assert.SkipUnless(python is not null, "python3 with pip is not on the PATH.");
        string[] common = ["-m", "pip", "--isolated", "--no-input", "--no-cache-dir", "--disable-pip-version-check", "--retries", "0", "--timeout", "30"];
        return await RunAsync(python, [.. common, .. arguments, "--index-url", $"{WithToken(registry, token)}simple/"]);
    }

    /// <summary>The test is skipped without twine.</summary>
    public async Task<(int Code, string Output)> TwineAsync(string registry, string token, params string[] files)
    {
        var twine = Find("twine");
        Assert.SkipUnless(twine is not null, "twine is not on the PATH.");
        return await RunAsync(twine, ["upload", "--non-interactive", "--disable-progress-bar", "--verbose", "--config-file", "/dev/null", "--repository-url", registry, "-u", "aws", "-p", token, .. files]);
    }

    /// <summary>Runs an example of the documentation. The test is skipped without pip and twine.</summary>
    public async Task<(int Code, string Output)> ExampleAsync(string example, string registry, string token)
    {
        var python = await InterpreterAsync();
        Assert.SkipUnless(python is not null && Find("twine") is not null && Find("bash") is not null, "python3 with pip, twine and bash are not on the PATH.");
        var path = $"{Path.GetDirectoryName(python)}{Path.PathSeparator}{Path.GetDirectoryName(Find("twine"))}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        return await RunAsync(Find("bash")!, ["-ec", example], ("ADDRESS", registry), ("TOKEN", token), ("PATH", path), ("HOME", Folder));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Python itself: what is on the PATH may be a script that does more afterwards.</summary>
    private async Task<string?> InterpreterAsync() => Find("python3") is { } python && await RunAsync(python, ["-c", "import pip, sys; print(sys.executable)"]) is (0, var path) ? path.Trim() : null;

    private static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private async Task<(int Code, string Output)> RunAsync(string program, string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PIP_", StringComparison.Ordinal) || name.StartsWith("TWINE_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["PIP_CONFIG_FILE"] = "/dev/null";
        start.Environment["NO_COLOR"] = "1";
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
