using System.Diagnostics;

namespace Sluice.Local.Cloud.Processes;

/// <summary>
/// A program that this process runs and that never outlives it for long: it is on record before its first instruction, and it ends with all that it started (see <see cref="Isolation"/>).
/// </summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    // What escaped may hold the output open for ever.
    private static readonly TimeSpan OutputEndsWithin = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly ProcessRecord _record;
    private readonly ProcessLedger _ledger;
    private readonly OutputPipe[] _outputs;

    private ChildProcess(Process process, ProcessRecord record, ProcessLedger ledger, Action<OutputLine> onLine)
    {
        (_process, _record, _ledger) = (process, record, ledger);
        _outputs =
        [
            new OutputPipe(process.StandardOutput, line => onLine(new OutputLine(line, IsError: false))),
            new OutputPipe(process.StandardError, line => onLine(new OutputLine(line, IsError: true))),
        ];
        Exited = ExitAsync();
    }

    public int Pid => _record.Pid;

    /// <summary>The exit code, once the process has ended and all its output was read.</summary>
    public Task<int> Exited { get; }

    public static ChildProcess Start(ProcessSpec spec, ProcessLedger ledger, Action<OutputLine> onLine)
    {
        var started = StartedProcess.Start(spec, ledger);
        var child = new ChildProcess(started.Process, started.Record, ledger, onLine);
        started.Open();
        return child;
    }

    /// <summary>Gives a program that reads its input all that it will ever read.</summary>
    /// <returns>False if it has ended.</returns>
    public bool TryGive(string line)
    {
        try
        {
            _process.StandardInput.Write(line + "\n");
            _process.StandardInput.Close();
            return true;
        }
        catch (IOException)
        {
            // Its exit tells more.
            return false;
        }
    }

    /// <summary>Completes when every line is told that was written before this call.</summary>
    public Task OutputSoFarAsync() => Task.WhenAll(_outputs.Select(output => output.ReadSoFarAsync(TimeProvider.System)));

    /// <summary>Ends it and its children at once.</summary>
    public void Kill()
    {
        if (!Exited.IsCompleted)
        {
            ProcessGroup.End(_record);
        }
    }

    /// <summary>Asks it and its children to end.</summary>
    public void Terminate()
    {
        if (!Exited.IsCompleted)
        {
            ProcessGroup.Terminate(_record);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await Exited;
        _process.Dispose();
    }

    private async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync();
        await _ledger.EndRestAsync(_record);
        await Task.WhenAll(_outputs.Select(output => output.Ended)).WaitAsync(OutputEndsWithin, _ledger.Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ledger.Remove(_record);
        return _process.ExitCode;
    }
}
