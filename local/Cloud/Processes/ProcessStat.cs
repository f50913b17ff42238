using System.Globalization;

namespace Sluice.Local.Cloud.Processes;

/// <summary>What Linux tells of its processes in <c>/proc/PID/stat</c>. A zombie has ended already: nothing is told of it.</summary>
internal static class ProcessStat
{
    // Fields 5 and 22, counted from the state (field 3), which follows the name in brackets.
    private const int Group = 2;
    private const int StartTime = 19;

    /// <summary>When the process started, in ticks since the boot; null if it has ended.</summary>
    public static string? TicksOf(int pid) => TicksOf(Read($"/proc/{pid}"));

    /// <summary>Whether a process of the group still runs.</summary>
    public static bool AnyOf(int group) =>
        Directory.EnumerateDirectories("/proc").Any(path => GroupOf(Read(path)) == group.ToString(CultureInfo.InvariantCulture));

    internal static string? TicksOf(string? stat) => Living(stat)?[StartTime];

    internal static string? GroupOf(string? stat) => Living(stat)?[Group];

    private static string[]? Living(string? stat)
    {
        var fields = stat?[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields is null or ["Z" or "X", ..] ? null : fields;
    }

    private static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(Path.Combine(path, "stat"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile, is not a process, or is none of ours.
            return null;
        }
    }
}
