using System.Diagnostics;
using System.Reflection;

namespace Sluice.PackageServer.Tests;

/// <summary>The server as its image runs it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly string Program = typeof(ServerProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Program").Value!;
    private readonly Process _process;
    private readonly Task<string> _errors;
    private Task<string>? _log;

    private ServerProcess(Process process) => (_process, _errors) = (process, process.StandardError.ReadToEndAsync());

    /// <summary>Where it listens, by a name of this machine, without a slash at its end.</summary>
    public string Url { get; private set; } = "";

    public static ServerProcess Start(IReadOnlyDictionary<string, string> variables)
    {
        var start = new ProcessStartInfo("dotnet", [Program]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("SLUICE_", StringComparison.Ordinal) || name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return new ServerProcess(Process.Start(start)!);
    }

    /// <summary>Waits until it listens.</summary>
    public async Task ListensAsync()
    {
        var line = await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        line.ShouldNotBeNull(await OfEndAsync()).ShouldStartWith("Listening on http://");
        Url = $"http://localhost:{new Uri(line["Listening on ".Length..].Replace("[::]", "localhost", StringComparison.Ordinal)).Port}";

        // What it logs is nobody's here, and must not stop it.
        _log = _process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Asks it to end, as ECS does.</summary>
    public async Task<(int Code, string Errors)> EndAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        return await ExitAsync();
    }

    public async Task<(int Code, string Errors)> ExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (_process.ExitCode, await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    /// <summary>What it logged, once it has ended.</summary>
    public Task<string> LogAsync() => _log ?? Task.FromResult("");

    private async Task<string> OfEndAsync() => _process.HasExited ? await _errors : "";
}
