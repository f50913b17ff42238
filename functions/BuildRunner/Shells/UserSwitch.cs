using System.Globalization;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Processes;
using Sluice.Platform.Files;

namespace Sluice.BuildRunner.Shells;

/// <summary>Lets commands run as other users of the machine, by whichever of its tools there is.</summary>
internal sealed class UserSwitch(IProcesses processes, string path, WorkspaceFolders workspace, IReadOnlyDictionary<string, string> environment)
{
    private const string Code = "YAML_FILE_ERROR";

    /// <returns>Null for the user that this program is anyway.</returns>
    /// <exception cref="SourceException">There is no such user, or the program may not act as that one.</exception>
    public async Task<ShellUser?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var user = await LookUpAsync(name, cancellationToken) ?? throw new SourceException(Code, $"run-as: this machine has no user '{name}'.");
        if (user.Id == EntryStatus.Me)
        {
            return null;
        }

        if (EntryStatus.Me != EntryStatus.Root)
        {
            throw new SourceException(Code, $"run-as: the build's program is the user with the id {EntryStatus.Me} and may not act as '{name}'; only root may.");
        }

        // A namespace, for one, may know no user but root.
        var (status, said) = await RunAsync([.. Prefix(user), "/bin/sh", "-c", ":"], cancellationToken);
        return status == 0 ? user : throw new SourceException(Code, $"run-as: the build's program may not act as '{name}': {said.Trim()}");
    }

    /// <summary>What stands before a command to run it as this user, with the environment as it is.</summary>
    public IReadOnlyList<string> Prefix(ShellUser user)
    {
        var (id, group) = (user.Id.ToString(CultureInfo.InvariantCulture), user.Group.ToString(CultureInfo.InvariantCulture));
        return PathPrograms.Find("setpriv", path) is { } setpriv ? [setpriv, $"--reuid={id}", $"--regid={group}", "--init-groups", "--"]
            : PathPrograms.Find("runuser", $"{path}:/usr/sbin:/sbin") is { } runuser ? [runuser, "-u", user.Name, "--"]
            : PathPrograms.Find("su", path) is { } su ? [su, "-m", "-s", "/bin/sh", user.Name, "-c", "exec \"$0\" \"$@\""]
            : throw new SourceException(Code, "run-as needs setpriv, runuser or su, and none of them is on the PATH of the build machine.");
    }

    /// <summary>What was made so far belongs to the user; of our own folders only the one for what shells write. Root may use all of it.</summary>
    public async Task HandOverAsync(ShellUser? user, CancellationToken cancellationToken)
    {
        if (user is null || OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode passage = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(workspace.Root, passage);
        File.SetUnixFileMode(workspace.Control, passage);
        IReadOnlyList<string> owned = [.. workspace.Sources, workspace.Shared];
        if (await RunAsync(["chown", "-hR", string.Create(CultureInfo.InvariantCulture, $"{user.Id}:{user.Group}"), .. owned], cancellationToken) is (not 0, var said))
        {
            throw new SourceException(Code, $"run-as: the workspace could not be given to '{user.Name}': {said.Trim()}");
        }

        // What is above it belongs to somebody else.
        if ((await RunAsync([.. Prefix(user), "/bin/sh", "-c", "cd \"$1\"", "sh", workspace.Source], cancellationToken)).Status != 0)
        {
            throw new SourceException(Code, $"run-as: '{user.Name}' cannot enter the workspace, {workspace.Root}: a folder above it is closed to others.");
        }
    }

    private async Task<ShellUser?> LookUpAsync(string name, CancellationToken cancellationToken)
    {
        // Users may come from a directory service, too, which getent asks.
        var line = PathPrograms.Find("getent", path) is { } getent
            ? (await RunAsync([getent, "passwd", name], cancellationToken)).Said
            : (await File.ReadAllLinesAsync("/etc/passwd", cancellationToken)).FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.Ordinal)) ?? "";
        return line.Split('\n')[0].Split(':') is [var found, _, var id, var group, _, var home, ..]
            && uint.TryParse(id, CultureInfo.InvariantCulture, out var user) && uint.TryParse(group, CultureInfo.InvariantCulture, out var own)
            ? new ShellUser(found, user, own, home.Length > 0 ? home : "/") : null;
    }

    private async Task<(int Status, string Said)> RunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        using var process = processes.Start(new ProcessSpec(command[0], [.. command.Skip(1)], "/", environment));
        await using var stop = cancellationToken.Register(process.Kill);
        process.Input.Close();
        using var output = new StreamReader(process.Output);
        var error = process.Error.ReadToEndAsync(cancellationToken);
        var said = await output.ReadToEndAsync(cancellationToken) + await error;
        return (await process.Exited, said);
    }
}
