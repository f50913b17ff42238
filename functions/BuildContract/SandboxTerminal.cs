namespace Sluice.BuildContract;

/// <summary>
/// How a terminal in a sandbox begins. Whoever is let into the machine of a build's program (by ECS Exec, for one) is nowhere near the build: not in its folder, without its variables, outside its container. The
/// program knows the way, and leaves it as a script for as long as there is something to come to.
/// </summary>
public static class SandboxTerminal
{
    /// <summary>The script's name, in the folder of <see cref="RunnerVariables.Workspace"/>.</summary>
    /// <param name="buildUuid">The UUID of the sandbox's id.</param>
    public static string FileName(string buildUuid) => $"terminal-{buildUuid}";

    /// <summary>The command that becomes the terminal, on the program's machine and with its variables. Where the script is, is found as the program finds its workspace.</summary>
    /// <param name="buildUuid">The UUID of the sandbox's id.</param>
    public static string Command(string buildUuid) => $"sh -c 'exec \"${{{RunnerVariables.Workspace}:-${{TMPDIR:-/tmp}}}}/{FileName(buildUuid)}\"'";
}
