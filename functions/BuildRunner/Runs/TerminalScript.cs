using System.Text;
using Sluice.BuildContract;
using Sluice.BuildRunner.Processes;
using Sluice.BuildRunner.Shells;

namespace Sluice.BuildRunner.Runs;

/// <summary>
/// The way into a sandbox for whoever is let into this machine (<see cref="SandboxTerminal"/>): a script that becomes an interactive shell where the sandbox's commands run, in the source, with their variables and
/// nothing else. There are secrets in it, so that it is its owner's alone, and it is gone as soon as the sandbox is.
/// </summary>
internal sealed class TerminalScript : IDisposable
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly string _file;

    private TerminalScript(string file) => _file = file;

    /// <param name="folder">That of all workspaces.</param>
    /// <param name="buildUuid">The UUID of the sandbox's id.</param>
    /// <param name="shell">How the shell is started.</param>
    public static TerminalScript Write(string folder, string buildUuid, ProcessSpec shell)
    {
        var script = new TerminalScript(Path.Combine(Path.GetFullPath(folder), SandboxTerminal.FileName(buildUuid)));
        script.Dispose();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Mine;
        }

        using var stream = new FileStream(script._file, options);
        stream.Write(Encoding.UTF8.GetBytes(Text(shell)));
        return script;
    }

    public void Dispose() => File.Delete(_file);

    // On a command line anybody could read the variables, so that the script begins again without those of the machine rather than to name the sandbox's to env.
    private static string Text(ProcessSpec shell) => $$"""
        #!/bin/sh
        if [ "$1" != inside ]; then exec env -i TERM="${TERM:-xterm}" /bin/sh "$0" inside; fi
        {{ShellWords.Exports(shell.Environment.Where(variable => variable.Key != "TERM"))}}cd {{ShellWords.Quoted(shell.WorkingDirectory)}} || exit
        exec {{string.Join(' ', shell.Arguments.Prepend(shell.Program).Select(ShellWords.Quoted))}}

        """.ReplaceLineEndings("\n");
}
