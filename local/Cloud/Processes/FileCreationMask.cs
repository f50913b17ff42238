using System.Runtime.InteropServices;

namespace Sluice.Local.Cloud.Processes;

/// <summary>What the files that this process makes are for others: nothing. The programs that it runs for the user keep the user's own mask, so that what they build has the modes that it has anywhere else.</summary>
internal static class FileCreationMask
{
    private const uint OthersNothing = 0b000_111_111;
    private static uint? _users;

    /// <summary>A shell's command that gives a program the user's mask back; nothing if it was never taken.</summary>
    public static string Restore => _users is { } mask ? $"umask {Convert.ToString(mask, 8).PadLeft(4, '0')} && " : "";

    /// <summary>From now on whatever this process makes, SQLite's files too, is its owner's alone. Once, at its start.</summary>
    public static void Narrow()
    {
        if (!OperatingSystem.IsWindows())
        {
            _users = Set(OthersNothing);
        }
    }

    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint Set(uint mask);
}
