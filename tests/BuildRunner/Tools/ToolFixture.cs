using System.Diagnostics;
using Sluice.BuildContract.Batches;
using Sluice.BuildRunner.Artifacts;
using Sluice.BuildRunner.Tools;
using Sluice.BuildRunner.Tools.Serving;

namespace Sluice.BuildRunner.Tests.Tools;

/// <summary>A source with tools, whose scripts are run by a real shell with nothing else of ours.</summary>
internal sealed class ToolFixture : IAsyncDisposable
{
    private readonly TemporaryFolder _control = new();
    private readonly BreakpointGate _gate = new();
    private readonly ToolFolder _folder;
    private ToolServer? _server;

    public ToolFixture(BatchShard? shard = null, bool session = false, bool serve = true, Dictionary<string, double>? past = null)
    {
        _folder = new ToolFolder(_control.Path);
        var tree = new SourceTree(Source.Path);
        ITool[] tools =
        [
            new HashFiles(tree), new GlobSearch(tree), new TestsSearch(), new TestsSplit(shard, past ?? []), new Resume(_gate),
            new Breakpoint(session, _gate, Path.Combine(_folder.Bin, "codebuild-resume"), said => Said.TrySetResult(said)),
        ];
        _server = serve ? new ToolServer(_folder, tools, TimeProvider.System) : null;
    }

    public TemporaryFolder Source { get; } = new();

    public TaskCompletionSource<string> Said { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Control => _control.Path;

    public async Task EndServerAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
            _server = null;
        }
    }

    /// <returns>Exit status, standard output, standard error.</returns>
    public async Task<(int Status, string Output, string Error)> RunAsync(string command, string shell = "sh", string folder = "", string? path = null)
    {
        var start = new ProcessStartInfo(shell, ["-c", command]) { WorkingDirectory = Path.Combine(Source.Path, folder), RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["PATH"] = $"{_folder.Bin}:{path ?? Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    public async ValueTask DisposeAsync()
    {
        await EndServerAsync();
        _control.Dispose();
        Source.Dispose();
    }
}
