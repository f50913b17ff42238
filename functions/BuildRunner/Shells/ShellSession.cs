using Sluice.BuildRunner.Logs;
using Sluice.BuildRunner.Processes;

namespace Sluice.BuildRunner.Shells;

/// <summary>One running shell. It ends when a command ends it (<c>exit</c>, <c>set -e</c>).</summary>
internal sealed class ShellSession : IDisposable
{
    private static readonly TimeSpan _drainTime = TimeSpan.FromMilliseconds(250);
    private readonly IRunningProcess _process;
    private readonly TimeProvider _time;
    private readonly Task _pump;
    private TaskCompletionSource<int> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ShellSession(IProcesses processes, TimeProvider time, ShellSettings settings, string mark, string stateFile, ShellUser? user, bool isAnother, CommandOutput log)
    {
        _time = time;
        var driver = Path.Combine(settings.Folders.Control, "driver.sh");
        File.WriteAllText(driver, ShellDriver.Script(settings.IsBash).ReplaceLineEndings("\n"));
        IReadOnlyList<string> home = isAnother ? [user?.Home ?? settings.Home, user?.Name ?? "root"] : [];
        _process = processes.Start(settings.Place.Spec(user, settings.Program, [.. ShellSettings.Quiet(settings.Program), driver, mark, stateFile, settings.Folders.Source, .. home], settings.Folders.Source));
        _pump = new OutputPump(mark, log, status => _ended.TrySetResult(status)).RunAsync(_process.Output);
    }

    public bool HasEnded => _process.Exited.IsCompleted;

    public async Task<int> RunAsync(string commandFile, bool succeeding, CancellationToken cancellationToken)
    {
        _ended = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var stop = cancellationToken.Register(_process.Kill);
        await SendAsync($"{(succeeding ? 1 : 0)} {commandFile}\n");
        await Task.WhenAny(_ended.Task, _process.Exited);
        if (!_ended.Task.IsCompleted)
        {
            // The shell's last words are in the pipe; but whoever holds it open may do so for ever.
            await Task.WhenAny(_pump, Task.Delay(_drainTime, _time, CancellationToken.None));
        }

        cancellationToken.ThrowIfCancellationRequested();
        return _ended.Task.IsCompleted ? await _ended.Task : await _process.Exited;
    }

    /// <summary>Lets the shell end and note its state for the one that comes after it.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await using var stop = cancellationToken.Register(_process.Kill);
        try
        {
            _process.Input.Close();
        }
        catch (IOException)
        {
            // It has ended.
        }

        await _process.Exited.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private async Task SendAsync(string text)
    {
        try
        {
            await _process.Input.WriteAsync(text);
            await _process.Input.FlushAsync(CancellationToken.None);
        }
        catch (IOException)
        {
            // The shell is gone, which its exit tells better.
        }
    }
}
