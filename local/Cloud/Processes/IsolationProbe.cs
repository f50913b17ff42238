using System.Diagnostics;

namespace Sluice.Local.Cloud.Processes;

/// <summary>Finds out whether this machine gives PID namespaces, by making one: kernels, containers and AppArmor forbid them in too many ways to ask.</summary>
internal static class IsolationProbe
{
    // It is the namespace's first process, and /proc is the namespace's.
    private const string Check = "test \"$$\" = 1 && test /proc/self -ef /proc/1";

    // What a program with files of its own needs; it ends with the namespace.
    private const string MountCheck = "mount --bind /proc/1 /tmp && mount -o remount,bind,ro /tmp && ! mkdir /tmp/sluice-probe 2>/dev/null";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Isolation Run()
    {
        if (!OperatingSystem.IsLinux())
        {
            return Isolation.Marks("PID namespaces are Linux's");
        }

        if (ProcessGroup.Leader is null || SystemProgram.Find("setpriv") is not { } setpriv || SystemProgram.Find("unshare") is not { } unshare)
        {
            return Isolation.Marks("util-linux's programs setsid, setpriv and unshare are not all here");
        }

        var refusals = new List<string>();
        foreach (var isolation in Candidates(setpriv, unshare))
        {
            if (RefusalOf(isolation.Launcher, Check) is not { } refusal)
            {
                return isolation with { CanMount = RefusalOf(isolation.Launcher, MountCheck) is null };
            }

            refusals.Add(refusal);
        }

        return Isolation.Marks($"a PID namespace is refused here ({string.Join("; ", refusals.Distinct(StringComparer.Ordinal))})");
    }

    /// <summary>
    /// Root may make one as it is; others own a user namespace first. This process's end ends unshare, and unshare's end ends what it started. Mounts that are made later on the machine show inside.
    /// </summary>
    internal static IEnumerable<Isolation> Candidates(string setpriv, string unshare)
    {
        const string Description = "Each build, function and task has a PID namespace of its own.";
        string[] ending = [setpriv, "--pdeathsig", "KILL"];
        string[] apart = ["--pid", "--fork", "--kill-child=KILL", "--mount-proc", "--propagation", "slave"];
        yield return new Isolation([.. ending, unshare, .. apart], Description);

        // Within their own namespace users may mount; the programs that run in it may not.
        yield return new Isolation([.. ending, unshare, "--user", "--map-current-user", "--keep-caps", .. apart], Description) { Unprivileged = [setpriv, "--inh-caps=-all", "--ambient-caps=-all"] };
    }

    /// <returns>Null if it works.</returns>
    private static string? RefusalOf(IReadOnlyList<string> launcher, string check)
    {
        var info = new ProcessStartInfo(launcher[0], [.. launcher.Skip(1), "/bin/sh", "-c", check])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = StarterThread.Start(info);
        process.StandardInput.Close();
        var said = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            return "it hangs";
        }

        return process.ExitCode == 0 ? null : said.Result.Trim() is { Length: > 0 } text ? text : "its /proc is not its own";
    }
}
