using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Processes;
using Sluice.BuildRunner.Shells;

namespace Sluice.BuildRunner.Containers;

/// <summary>
/// The container of a build. It is started once and commands are brought into it, so that what they install stays though a command ends the shell or another user runs the next. The build's folders are in it at
/// the same paths. It lives as long as this program holds its input open, so that a program that is killed leaves none.
/// </summary>
internal sealed class BuildContainer(ContainerEngine engine, BuildJob job, WorkspaceFolders folders, ContainerSettings settings) : IAsyncDisposable
{
    /// <summary>The label that says whose a container is.</summary>
    public const string Label = "sluice.build";

    private const string Code = "BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE";
    private const string DockerSocket = "/var/run/docker.sock";
    private const string Ready = "sluice-ready";
    private const string UntilInputEnds = $"echo {Ready}; exec cat > /dev/null";
    private IRunningProcess? _holder;
    private readonly string _name = $"sluice-{job.BuildId.Split(':')[^1]}";

    public string Name => _name;

    /// <summary>Starts it. One of the same build that was left, by a program that was killed, goes first.</summary>
    /// <param name="mounts">Further folders: where they are, and where the commands see them.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SourceException">It does not start.</exception>
    public async Task StartAsync(IEnumerable<(string Machine, string Container)> mounts, CancellationToken cancellationToken)
    {
        await RemoveAsync();
        var own = await OwnAsync(cancellationToken);
        await LogInAsync(own, cancellationToken);
        _holder = engine.Start([.. Start(), .. own, .. Pull(), .. mounts.SelectMany(mount => Mount(mount.Machine, mount.Container)), job.Image!, "sh", "-c", UntilInputEnds]);

        // It tells of each layer that it fetches, and would wait for a reader.
        var said = _holder.Error.ReadToEndAsync(CancellationToken.None);
        if (!await IsReadyAsync(_holder, cancellationToken))
        {
            throw new SourceException(Code, $"The image {job.Image} could not be started by {engine.Program}: {(await said).Trim()}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await RemoveAsync();
        _holder?.Kill();
        _holder?.Dispose();
        _holder = null;
    }

    private static async Task<bool> IsReadyAsync(IRunningProcess holder, CancellationToken cancellationToken)
    {
        await using var stop = cancellationToken.Register(holder.Kill);
        using var output = new StreamReader(holder.Output, leaveOpen: true);
        var line = await output.ReadLineAsync(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return line == Ready;
    }

    private IEnumerable<string> Start() =>
    [
        "run", "-i", "--rm", "--name", _name, "--label", $"{Label}={job.BuildId}", "--entrypoint", "", "--stop-signal", "SIGKILL", .. settings.RunOptions,
        .. job.PrivilegedMode ? Privileged() : [],
        .. Mount(folders.Root, folders.Root), "-w", folders.Source, "-e", "HOME=/root",
    ];

    /// <summary>The rights that an engine within needs; and the machine's own docker, for buildspecs that call that one.</summary>
    private static IEnumerable<string> Privileged() => ["--privileged", .. File.Exists(DockerSocket) ? Mount(DockerSocket, DockerSocket) : []];

    private static string[] Mount(string machine, string container) => ["-v", $"{machine}:{container}"];

    /// <summary>What podman is told for the suite's own registry, so that a build's token does not take the place of the user's own. Docker takes a registry on the loopback address as it is.</summary>
    private async Task<string[]> OwnAsync(CancellationToken cancellationToken) =>
        job.RegistryCredential is { IsOwnPlain: true } && await engine.IsPodmanAsync(cancellationToken) ? ["--tls-verify=false", "--authfile", Path.Combine(folders.Control, "registry.json")] : [];

    /// <summary>A tag of the suite's own may have moved, and asking costs little.</summary>
    private string[] Pull() => job.RegistryCredential is { IsOwnPlain: true } ? ["--pull=always"] : [];

    // The password goes by the engine's input, not by its command line.
    private async Task LogInAsync(IReadOnlyList<string> own, CancellationToken cancellationToken)
    {
        if (job.RegistryCredential is not { } credential || !job.Image!.Contains('/'))
        {
            return;
        }

        var registry = job.Image.Split('/')[0];
        var (status, _, error) = await engine.RunAsync(["login", .. own, "--username", credential.UserName, "--password-stdin", registry.Contains('.') || registry.Contains(':') ? registry : "docker.io"], credential.Token, cancellationToken);
        if (status != 0)
        {
            throw new SourceException(Code, $"{engine.Program} could not log in to the registry of {job.Image}: {error.Trim()}");
        }
    }

    private async Task RemoveAsync() => await engine.RunAsync(["rm", "-f", "-v", _name], null, CancellationToken.None);
}
