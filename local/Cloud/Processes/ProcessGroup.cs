using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Sluice.Local.Cloud.Processes;

/// <summary>Ends a process with everything that it started.</summary>
internal static class ProcessGroup
{
    private const int Nothing = 0;
    private const int Kill = 9;
    private const int Term = 15;

    /// <summary>Where the program is that starts another one as the leader of its own session and group; null on systems without.</summary>
    public static string? Leader { get; } = SystemProgram.Find("setsid");

    /// <summary>An ended process is no error.</summary>
    public static void End(ProcessRecord process)
    {
        if (process.IsGroup)
        {
            SignalGroup(process, Kill);
        }
        else
        {
            EndTree(process);
        }
    }

    /// <summary>Asks it to end. Where there are no signals it is ended.</summary>
    public static void Terminate(ProcessRecord process)
    {
        if (OperatingSystem.IsWindows())
        {
            EndTree(process);
            return;
        }

        if (process.IsGroup)
        {
            SignalGroup(process, Term);
        }
        else
        {
            _ = Signal(process.Pid, Term);
        }
    }

    /// <summary>Whether any process of the group still runs, be it the leader or not. A killed one takes a moment to end.</summary>
    public static bool HasLiving(ProcessRecord process) =>
        process.IsGroup && Signal(-process.Pid, Nothing) == 0 && (!OperatingSystem.IsLinux() || ProcessStat.AnyOf(process.Pid));

    // In its first moments it does not lead its group yet, and is alone. What has ended has no start any more, so nobody who got its id is meant.
    private static void SignalGroup(ProcessRecord process, int signal)
    {
        if (Signal(-process.Pid, signal) != 0 && ProcessStart.Of(process.Pid) == process.Started)
        {
            _ = Signal(process.Pid, signal);
        }
    }

    private static void EndTree(ProcessRecord record)
    {
        try
        {
            using var process = Process.GetProcessById(record.Pid);
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It ended by itself in the meantime, which is what was wanted.
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int pid, int signal);
}
