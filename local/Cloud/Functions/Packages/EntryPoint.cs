namespace Sluice.Local.Cloud.Functions.Packages;

/// <summary>Whether a system can execute a file by itself. A shell that starts it would take any text for a script, which Lambda does not.</summary>
internal static class EntryPoint
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    // A script, ELF, the four of macOS, and Windows.
    private static readonly byte[][] Beginnings =
    [
        [.. "#!"u8], [0x7F, .. "ELF"u8], [0xCF, 0xFA, 0xED, 0xFE], [0xCE, 0xFA, 0xED, 0xFE], [0xCA, 0xFE, 0xBA, 0xBE], [0xCA, 0xFE, 0xBA, 0xBF], [.. "MZ"u8],
    ];

    /// <summary>Lambda's words and what is expected; null if it can be.</summary>
    public static string? FaultOf(string path)
    {
        var name = Path.GetFileName(path);
        if (Directory.Exists(path) || (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Executable) == 0))
        {
            return $"fork/exec {name}: permission denied. It must be a file that may be executed: give it the mode 0755 in the zip.";
        }

        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[4];
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        foreach (var beginning in Beginnings)
        {
            if (head[..read].StartsWith(beginning))
            {
                return null;
            }
        }

        return $"fork/exec {name}: exec format error. It must be a program, or a script whose first line begins with '#!'.";
    }
}
