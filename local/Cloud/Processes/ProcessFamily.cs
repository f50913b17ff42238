namespace Sluice.Local.Cloud.Processes;

/// <summary>
/// A process, what it started, what those started and so on, and what is left of its session. In a PID namespace of its own everything descends from who made the namespace, as seen from here; without
/// one a process that has left both its parents and the session is not found.
/// </summary>
internal static class ProcessFamily
{
    public static IEnumerable<int> Of(int root)
    {
        if (!OperatingSystem.IsLinux())
        {
            return [root];
        }

        var all = ProcessStat.All();
        var known = new HashSet<int> { root };
        var found = true;
        while (found)
        {
            found = false;
            foreach (var process in all.Where(process => process.Session == root || known.Contains(process.Parent)))
            {
                found |= known.Add(process.Id);
            }
        }

        return known;
    }
}
