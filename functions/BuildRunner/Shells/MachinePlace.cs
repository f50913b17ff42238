using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Processes;

namespace Sluice.BuildRunner.Shells;

/// <summary>The machine that the program is on.</summary>
/// <param name="processes">Its processes.</param>
/// <param name="path">Its PATH.</param>
/// <param name="workspace">The folders of the build.</param>
/// <param name="environment">All that commands see.</param>
/// <param name="mark">A variable, and its value, that all that the commands start has.</param>
internal sealed class MachinePlace(IProcesses processes, string path, WorkspaceFolders workspace, IReadOnlyDictionary<string, string> environment, (string Name, string Value) mark) : ICommandPlace
{
    private readonly UserSwitch _switch = new(processes, path, workspace, environment);

    public Task<string> ShellAsync(string? asked, CancellationToken cancellationToken) => Task.FromResult(asked switch
    {
        "sh" or "/bin/sh" => "/bin/sh",
        null => PathPrograms.Find("bash", path) ?? "/bin/sh",
        _ => PathPrograms.Find("bash", path) ?? throw new SourceException("YAML_FILE_ERROR", "env.shell asks for bash, but this machine has no bash on its PATH."),
    });

    public Task<ShellUser?> UserAsync(string name, CancellationToken cancellationToken) => _switch.FindAsync(name, cancellationToken);

    public Task HandOverAsync(ShellUser? user, CancellationToken cancellationToken) => _switch.HandOverAsync(user, cancellationToken);

    public ProcessSpec Spec(ShellUser? user, string program, IReadOnlyList<string> arguments, string folder)
    {
        if (user is null)
        {
            return new ProcessSpec(program, arguments, folder, environment);
        }

        IReadOnlyList<string> line = [.. _switch.Prefix(user), program, .. arguments];
        var own = new Dictionary<string, string>(environment) { ["HOME"] = user.Home, ["USER"] = user.Name, ["LOGNAME"] = user.Name };
        return new ProcessSpec(line[0], [.. line.Skip(1)], folder, own);
    }

    public ProcessSpec Terminal(string shell, string folder) => Spec(null, shell, ShellSettings.Interactive(shell), folder);

    public string OnMachine(string folder) => folder;

    public void End() => processes.KillAllWith(mark.Name, mark.Value);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
