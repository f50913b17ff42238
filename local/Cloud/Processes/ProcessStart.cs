using System.ComponentModel;
using System.Diagnostics;

namespace Sluice.Local.Cloud.Processes;

/// <summary>When a process started, exactly enough to tell it from a later one with the same id.</summary>
internal static class ProcessStart
{
    /// <summary>Null if there is no such process.</summary>
    public static string? Of(int pid) => OperatingSystem.IsLinux() ? FromProc(pid) : FromSystem(pid);

    // Ticks count from boot, so the boot is part of the name.
    private static string? FromProc(int pid) =>
        ProcessStat.TicksOf(pid) is { } ticks ? $"{ticks}@{File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()}" : null;

    private static string? FromSystem(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.StartTime.ToUniversalTime().Ticks.ToString();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}
