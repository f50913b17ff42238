using System.Globalization;
using Sluice.Local.Cloud.Processes;
using Sluice.Platform.Processes;

namespace Sluice.Local.Tests.Cloud.Processes;

/// <summary>Processes that told who they are, <c>MARK/ID</c>. In a namespace of its own a process does not know the id that it has on this machine.</summary>
internal static class HostProcess
{
    /// <summary>Its id on this machine; null if it does not run.</summary>
    public static int? IdOf(string told)
    {
        var (mark, id) = (told.Split('/')[0], int.Parse(told.Split('/')[1], CultureInfo.InvariantCulture));
        return OperatingSystem.IsLinux()
            ? MarkedProcesses.Find(ProcessRecord.MarkVariable, mark).Select(host => (int?)host).FirstOrDefault(host => IsCalled(host!.Value, id))
            : ProcessStart.Of(id) is null ? null : id;
    }

    /// <summary>The ids that a process has in the namespaces around it, from outside to inside.</summary>
    private static bool IsCalled(int host, int id)
    {
        try
        {
            return File.ReadLines($"/proc/{host}/status").Single(line => line.StartsWith("NSpid:", StringComparison.Ordinal)).Split('\t')[^1] == id.ToString(CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
