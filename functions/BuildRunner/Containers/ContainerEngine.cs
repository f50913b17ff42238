using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Processes;
using Sluice.BuildRunner.Shells;

namespace Sluice.BuildRunner.Containers;

/// <summary>docker or podman, whichever is on the PATH.</summary>
/// <param name="processes">Starts it.</param>
/// <param name="program">Where it is.</param>
/// <param name="environment">What it sees of the machine.</param>
/// <param name="options">What a machine needs to be told to every call, before the command, e.g. <c>--cgroup-manager cgroupfs</c>.</param>
internal sealed class ContainerEngine(IProcesses processes, string program, IReadOnlyDictionary<string, string> environment, IReadOnlyList<string> options)
{
    private static readonly string[] _programs = ["docker", "podman"];

    public string Program => program;

    public IReadOnlyDictionary<string, string> Environment => environment;

    public IReadOnlyList<string> Options => options;

    /// <summary>The one that is there; of several the first that works.</summary>
    /// <exception cref="SourceException">None is there.</exception>
    public static async Task<ContainerEngine> FindAsync(IProcesses processes, string image, ContainerSettings settings, IReadOnlyDictionary<string, string> machine, CancellationToken cancellationToken)
    {
        var names = settings.Engine is { } wanted ? [wanted] : _programs;
        var found = names.Select(name => name.Contains('/') ? name : PathPrograms.Find(name, machine.GetValueOrDefault("PATH", "")))
            .OfType<string>().Select(path => new ContainerEngine(processes, path, machine, settings.EngineOptions)).ToList();
        foreach (var engine in found.Count > 1 ? found : [])
        {
            if ((await engine.RunAsync(["version"], null, cancellationToken)).Status == 0)
            {
                return engine;
            }
        }

        return found.FirstOrDefault() ?? throw new SourceException(
            "BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE",
            $"The image {image} is run by {string.Join(" or ", names)}, and this machine has no such program on its PATH. The images 'local' and 'aws/codebuild/*' mean the machine itself and need none.");
    }

    /// <summary>Whether it is podman, by whatever name: it wants to be told of registries without TLS, and can keep what it signs in with in a file of ours.</summary>
    public async Task<bool> IsPodmanAsync(CancellationToken cancellationToken) => (await RunAsync(["--version"], null, cancellationToken)).Output.Contains("podman", StringComparison.OrdinalIgnoreCase);

    /// <summary>Starts one of its commands.</summary>
    public IRunningProcess Start(IReadOnlyList<string> arguments) => processes.Start(new ProcessSpec(program, [.. options, .. arguments], "/", environment));

    /// <summary>Runs one of its commands to the end.</summary>
    public async Task<(int Status, string Output, string Error)> RunAsync(IReadOnlyList<string> arguments, string? input, CancellationToken cancellationToken)
    {
        using var process = Start(arguments);
        await using var stop = cancellationToken.Register(process.Kill);
        await process.Input.WriteAsync(input ?? "");
        process.Input.Close();
        using var output = new StreamReader(process.Output);
        var error = process.Error.ReadToEndAsync(cancellationToken);
        var text = await output.ReadToEndAsync(cancellationToken);
        var said = await error;
        return (await process.Exited, text, said);
    }
}
