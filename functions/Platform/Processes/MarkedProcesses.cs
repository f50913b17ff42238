using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Sluice.Platform.Processes;

/// <summary>
/// Processes that were started with a certain environment variable. A daemon is nobody's child any more and has left its group, but it still has the environment that it began with, unless it began with
/// another. Only Linux shows that (<c>/proc/PID/environ</c>, proc_pid_environ(5)), and only of one's own user's processes; elsewhere nothing is found.
/// </summary>
public static class MarkedProcesses
{
    private const int MostPasses = 50;

    /// <summary>Ends every process with this variable and value, wherever it has gone since.</summary>
    /// <returns>The ids of those ended.</returns>
    public static IReadOnlyCollection<int> End(string variable, string value)
    {
        var ended = new HashSet<int>();
        // One that is being killed may just have started another, so look until there is none. The dead have no environment.
        for (var pass = 0; pass < MostPasses && Find(variable, value) is { Count: > 0 } found; pass++)
        {
            found.ForEach(Kill);
            ended.UnionWith(found);
        }

        return ended;
    }

    /// <summary>The ids of the processes with this variable and value that run now.</summary>
    public static List<int> Find(string variable, string value)
    {
        if (!OperatingSystem.IsLinux())
        {
            return [];
        }

        var entry = Encoding.UTF8.GetBytes($"{variable}={value}");
        return [.. Directory.EnumerateDirectories("/proc").Where(folder => HasEntry(folder, entry)).Select(IdOf)];
    }

    private static int IdOf(string folder) => int.Parse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool HasEntry(string folder, ReadOnlySpan<byte> entry)
    {
        if (!char.IsAsciiDigit(Path.GetFileName(folder)[0]))
        {
            return false;
        }

        try
        {
            var environment = File.ReadAllBytes(Path.Combine(folder, "environ")).AsSpan();
            var at = environment.IndexOf(entry);
            return at >= 0
                && (at == 0 || environment[at - 1] == 0)
                && (at + entry.Length == environment.Length || environment[at + entry.Length] == 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile, or belongs to somebody else.
            return false;
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It ended meanwhile.
        }
    }
}
