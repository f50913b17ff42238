using System.Diagnostics;

namespace Sluice.Platform.Files;

/// <summary>
/// A folder in which programs of users may have left anything: folders that nobody may write to (Go's module cache), names that are no text to .NET, and paths that are longer than a system call takes.
/// </summary>
public static class LeftFolder
{
    private const string Script = "chmod -R u+rwX \"$1\" 2> /dev/null; rm -rf \"$1\"";

    /// <summary>Removes it with all that is in it. A link is removed and not followed.</summary>
    /// <returns>Why it could not be removed whole; null if it is gone, or never was.</returns>
    public static string? Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return OperatingSystem.IsWindows() || new DirectoryInfo(folder).LinkTarget is not null ? e.Message : RemoveByTools(Path.GetFullPath(folder));
        }
    }

    // The system's own tools know how.
    private static string? RemoveByTools(string folder)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Script, "sh", folder]) { WorkingDirectory = "/", RedirectStandardError = true, UseShellExecute = false };
        using var tools = Process.Start(start)!;
        var said = tools.StandardError.ReadToEnd();
        tools.WaitForExit();
        return tools.ExitCode == 0 ? null : said.Split('\n')[0];
    }
}
