using System.Globalization;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Processes;
using Sluice.BuildRunner.Shells;
using Sluice.Platform.Access.Files;

namespace Sluice.BuildRunner.Containers;

/// <summary>A container of the project's image. Source, artifacts, cache and log stay with the program outside.</summary>
internal sealed class ContainerPlace(ContainerEngine engine, BuildContainer container, WorkspaceFolders folders, IReadOnlyDictionary<string, string> environment, IReadOnlyDictionary<string, string> mounts) : ICommandPlace
{
    private const string Code = "YAML_FILE_ERROR";

    /// <summary>Has the container see the variables, by a file that its owner alone can read: on a command line everybody could.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        OwnerFile.Write(VariablesFile, System.Text.Encoding.UTF8.GetBytes(ShellWords.Exports(environment)), replace: true);
        await container.StartAsync(mounts.Select(mount => (mount.Value, mount.Key)), cancellationToken);
    }

    public async Task<string> ShellAsync(string? asked, CancellationToken cancellationToken)
    {
        if (asked is "sh" or "/bin/sh")
        {
            return "/bin/sh";
        }

        var (status, bash, _) = await ExecAsync(null, cancellationToken, "sh", "-c", "command -v bash");
        return status == 0 && bash.Trim() is { Length: > 0 } found ? found
            : asked is null ? "/bin/sh" : throw new SourceException(Code, "env.shell asks for bash, but the image has no bash on its PATH.");
    }

    public async Task<ShellUser?> UserAsync(string name, CancellationToken cancellationToken)
    {
        var (_, line, _) = await ExecAsync(null, cancellationToken, "sh", "-c", "grep \"^$1:\" /etc/passwd", "sh", name);
        return line.Split('\n')[0].Split(':') is [var found, _, var id, var group, _, var home, ..] && uint.TryParse(id, CultureInfo.InvariantCulture, out var user) && uint.TryParse(group, CultureInfo.InvariantCulture, out var own)
            ? user == 0 ? null : new ShellUser(found, user, own, home)
            : throw new SourceException(Code, $"run-as: the image has no user '{name}'.");
    }

    public async Task HandOverAsync(ShellUser? user, CancellationToken cancellationToken)
    {
        if (user is null)
        {
            return;
        }

        var owner = string.Create(CultureInfo.InvariantCulture, $"{user.Id}:{user.Group}");
        var (status, _, error) = await ExecAsync(null, cancellationToken, ["sh", "-c", "chmod 711 \"$2\" \"$3\" && owner=$1 && shift 3 && chown -hR \"$owner\" \"$@\"", "sh", owner, folders.Root, folders.Control, .. folders.Sources, folders.Shared, VariablesFile]);
        if (status != 0)
        {
            throw new SourceException(Code, $"run-as: the workspace could not be given to '{user.Name}': {error.Trim()}");
        }
    }

    public ProcessSpec Spec(ShellUser? user, string program, IReadOnlyList<string> arguments, string folder) => Exec("-i", user, program, arguments, folder);

    public ProcessSpec Terminal(string shell, string folder) => Exec("-it", null, shell, ShellSettings.Interactive(shell), folder);

    private ProcessSpec Exec(string kind, ShellUser? user, string program, IReadOnlyList<string> arguments, string folder)
    {
        // The image's own PATH stays behind ours.
        const string script = "__sluice_path=$PATH; . \"$1\"; export PATH=\"$2:$__sluice_path\"; unset __sluice_path; shift 2; exec \"$@\"";
        IReadOnlyList<string> asUser = user is null ? [] : ["--user", string.Create(CultureInfo.InvariantCulture, $"{user.Id}:{user.Group}")];
        return new ProcessSpec(
            engine.Program, [.. engine.Options, "exec", kind, .. asUser, "-w", folder, container.Name, "sh", "-c", script, "sh", VariablesFile, environment.GetValueOrDefault("PATH", ""), program, .. arguments], "/", engine.Environment);
    }

    public string OnMachine(string folder)
    {
        var mount = mounts.Keys.Where(container => Artifacts.RealPath.IsIn(folder, container)).OrderByDescending(container => container.Length).FirstOrDefault();
        return mount is null ? folder : mounts[mount] + folder[mount.Length..];
    }

    public void End() => container.DisposeAsync().AsTask().GetAwaiter().GetResult();

    public ValueTask DisposeAsync() => container.DisposeAsync();

    private string VariablesFile => Path.Combine(folders.Control, "variables.sh");

    private Task<(int Status, string Output, string Error)> ExecAsync(ShellUser? user, CancellationToken cancellationToken, params IReadOnlyList<string> command) =>
        engine.RunAsync(["exec", .. user is null ? Array.Empty<string>() : ["--user", user.Name], container.Name, .. command], null, cancellationToken);
}
