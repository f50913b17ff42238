using System.Globalization;

namespace Sluice.Local.Cloud.Processes;

/// <summary>What Linux tells of its processes in <c>/proc/PID/stat</c>. A zombie has ended already: nothing is told of it.</summary>
internal static class ProcessStat
{
    // Fields 4, 5, 6 and 22, counted from the state (field 3), which follows the name in brackets.
    private const int Parent = 1;
    private const int Group = 2;
    private const int Session = 3;
    private const int StartTime = 19;

    /// <summary>When the process started, in ticks since the boot; null if it has ended.</summary>
    public static string? TicksOf(int pid) => TicksOf(Read($"/proc/{pid}"));

    /// <summary>Whether a process of the group still runs.</summary>
    public static bool AnyOf(int group) =>
        Directory.EnumerateDirectories("/proc").Any(path => GroupOf(Read(path)) == group.ToString(CultureInfo.InvariantCulture));

    /// <summary>Every process of the machine that is seen from here and has not ended.</summary>
    public static IReadOnlyList<ProcessPlace> All() =>
    [
        .. from path in Directory.EnumerateDirectories("/proc")
           where char.IsAsciiDigit(Path.GetFileName(path)[0])
           let fields = Living(Read(path))
           where fields is not null
           select new ProcessPlace(Number(Path.GetFileName(path)), Number(fields[Parent]), Number(fields[Session])),
    ];

    internal static string? TicksOf(string? stat) => Living(stat)?[StartTime];

    internal static string? GroupOf(string? stat) => Living(stat)?[Group];

    private static int Number(string field) => int.Parse(field, CultureInfo.InvariantCulture);

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
