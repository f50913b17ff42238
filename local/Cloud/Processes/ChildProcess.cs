using System.Diagnostics;
using System.Security.Cryptography;

namespace Sluice.Local.Cloud.Processes;

/// <summary>
/// A program that this process runs and that never outlives it for long: it is on record before its first instruction, and it ends with all that it started (see <see cref="Isolation"/>).
/// </summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    // The shell waits for a line before it becomes the program. If this process is killed before it has written the record, the shell reads the end of its input instead and exits.
    private const string Gate = "read -r go && exec \"$@\"";

    // The first process of a namespace hears no signal that it has not asked for, and its end is everybody's: so it is the shell, and not the program, which could then not be asked to end.
    private const string NamespaceGate = "read -r go || exit\n";
    private const string NamespaceRun = "\"$@\"";
    private const string NoInput = " </dev/null";
    private const string NamespaceEnd = "; exit $?";
    private const string Shell = "/bin/sh";

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
        var mark = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var process = StarterThread.Start(StartInfo(LoaderVariables.GivenToTheProgramAlone(spec), ledger.Isolation, mark));
        var record = new ProcessRecord(process.Id, ProcessStart.Of(process.Id) ?? "", ProcessGroup.Leader is not null, mark);
        try
        {
            ledger.Add(record);
        }
        catch
        {
            // Not on record, so it must not run.
            ProcessGroup.End(record);
            process.Dispose();
            throw;
        }

        var child = new ChildProcess(process, record, ledger, onLine);
        child.TryWrite("\n", closes: !spec.ReadsInput);
        return child;
    }

    /// <summary>Gives a program that reads its input all that it will ever read.</summary>
    /// <returns>False if it has ended.</returns>
    public bool TryGive(string line) => TryWrite(line + "\n", closes: true);

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

    private static ProcessStartInfo StartInfo(ProcessSpec spec, Isolation isolation, string mark)
    {
        var command = Command(spec, isolation);
        var info = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = spec.WorkingDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment.Clear();
        foreach (var (name, value) in spec.Environment)
        {
            info.Environment[name] = value;
        }

        info.Environment[ProcessRecord.MarkVariable] = mark;
        return info;
    }

    private static List<string> Command(ProcessSpec spec, Isolation isolation) =>
    [
        .. ProcessGroup.Leader is { } leader ? [leader] : Array.Empty<string>(),
        .. isolation.Launcher,
        .. OperatingSystem.IsWindows() ? Array.Empty<string>() : [Shell, "-c", FileCreationMask.Restore + Script(spec, isolation), "sh"],
        .. spec.Files?.Arguments(spec.WorkingDirectory) ?? [],
        .. isolation.Unprivileged,
        spec.FileName,
        .. spec.Arguments,
    ];

    private static string Script(ProcessSpec spec, Isolation isolation) =>
        !isolation.IsNamespace ? Gate + Input(spec) : NamespaceGate + (spec.Files is null ? "" : OwnFiles.Commands) + NamespaceRun + Input(spec) + NamespaceEnd;

    private static string Input(ProcessSpec spec) => spec.ReadsInput ? "" : NoInput;

    private bool TryWrite(string text, bool closes)
    {
        try
        {
            _process.StandardInput.Write(text);
            if (closes)
            {
                _process.StandardInput.Close();
            }

            return true;
        }
        catch (IOException)
        {
            // It has ended already; its exit tells.
            return false;
        }
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
