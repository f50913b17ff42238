using System.Diagnostics;
using System.Security.Cryptography;

namespace Sluice.Local.Cloud.Processes;

/// <summary>A program that is started and on record, but waits for its first instruction until it is let go. If this process is killed before, it ends.</summary>
/// <param name="Process">It, and what started it.</param>
/// <param name="Record">By what it is found again.</param>
/// <param name="ReadsInput">Whether what is written to its input is the program's; else it has none.</param>
internal sealed record StartedProcess(Process Process, ProcessRecord Record, bool ReadsInput)
{
    // The shell waits for a line before it becomes the program. If this process is killed before it has written the record, the shell reads the end of its input instead and exits.
    private const string Gate = "read -r go && exec \"$@\"";

    // The first process of a namespace hears no signal that it has not asked for, and its end is everybody's: so it is the shell, and not the program, which could then not be asked to end.
    private const string NamespaceGate = "read -r go || exit\n";
    private const string NamespaceRun = "\"$@\"";
    private const string NamespaceEnd = "; exit $?";
    private const string NoInput = " </dev/null";
    private const string Shell = "/bin/sh";

    public static StartedProcess Start(ProcessSpec spec, ProcessLedger ledger)
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

        return new StartedProcess(process, record, spec.ReadsInput);
    }

    /// <summary>Lets it go.</summary>
    public void Open()
    {
        try
        {
            Process.StandardInput.Write('\n');
            if (!ReadsInput)
            {
                Process.StandardInput.Close();
            }
        }
        catch (IOException)
        {
            // It has ended already; its exit tells.
        }
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
        .. OperatingSystem.IsWindows() ? Array.Empty<string>() : [Shell, "-c", FileCreationMask.Restore + Script(spec, isolation, spec.ReadsInput ? "" : NoInput), "sh"],
        .. spec.Files?.Arguments(spec.WorkingDirectory) ?? [],
        .. isolation.Unprivileged,
        spec.FileName,
        .. spec.Arguments,
    ];

    private static string Script(ProcessSpec spec, Isolation isolation, string input) =>
        !isolation.IsNamespace ? Gate + input : NamespaceGate + (spec.Files is null ? "" : OwnFiles.Commands) + NamespaceRun + input + NamespaceEnd;
}
