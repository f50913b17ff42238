using System.Diagnostics;
using System.Globalization;

namespace Sluice.Benchmarks.Memory;

/// <summary>How much of a process is in memory, in megabytes: Linux's own figure, elsewhere .NET's.</summary>
internal static class ResidentMemory
{
    public static double Of(int process)
    {
        using var found = Process.GetProcessById(process);
        return InStatus(process, "VmRSS:") ?? found.WorkingSet64 / 1e6;
    }

    /// <summary>The most that was since it began.</summary>
    public static double MostOf(int process)
    {
        using var found = Process.GetProcessById(process);
        return InStatus(process, "VmHWM:") ?? found.PeakWorkingSet64 / 1e6;
    }

    private static double? InStatus(int process, string name)
    {
        var status = $"/proc/{process}/status";
        return File.Exists(status)
            ? long.Parse(File.ReadLines(status).Single(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6
            : null;
    }
}
