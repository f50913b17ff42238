namespace Sluice.Local.Cloud.Processes;

/// <summary>Programs that come with the system, looked for where it keeps them and not on PATH, which a user's settings change.</summary>
internal static class SystemProgram
{
    /// <summary>The program's path; null on systems without it.</summary>
    public static string? Find(string name) => OperatingSystem.IsWindows() ? null : new[] { "/usr/bin/", "/bin/" }.Select(folder => folder + name).FirstOrDefault(File.Exists);
}
