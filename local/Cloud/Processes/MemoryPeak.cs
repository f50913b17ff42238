using System.Globalization;

namespace Sluice.Local.Cloud.Processes;

/// <summary>The most memory that a process and what it started have had, as Linux counts it.</summary>
internal static class MemoryPeak
{
    private const string Peak = "VmHWM:";
    private const int Deepest = 16;

    /// <summary>In mebibytes, rounded up; null where the system does not tell, or none of them runs any more.</summary>
    public static int? Of(int pid) => OperatingSystem.IsLinux() && Kibibytes(pid, Deepest) is > 0 and var sum ? (int)((sum + 1023) / 1024) : null;

    private static long Kibibytes(int pid, int depth) => depth == 0
        ? 0
        : Own(Read(pid, "status")) + Read(pid, $"task/{pid}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Sum(child => Kibibytes(int.Parse(child, CultureInfo.InvariantCulture), depth - 1));

    private static long Own(string status)
    {
        var line = status.Split('\n').FirstOrDefault(line => line.StartsWith(Peak, StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line[Peak.Length..].Trim().Split(' ')[0], CultureInfo.InvariantCulture);
    }

    private static string Read(int pid, string name)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/{name}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has ended, or the system does not tell.
            return "";
        }
    }
}
