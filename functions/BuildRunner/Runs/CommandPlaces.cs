using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Containers;
using Sluice.BuildRunner.Runtimes;
using Sluice.BuildRunner.Shells;
using Sluice.BuildRunner.Sources;

namespace Sluice.BuildRunner.Runs;

/// <summary>Opens the place where a build's commands run, with all that they see: the machine, or a container of the project's image.</summary>
internal sealed class CommandPlaces(BuildJob job, Workspace workspace, RunnerPorts ports, DateTimeOffset start)
{
    private static readonly string[] _passed = ["http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", RunnerVariables.Mark];
    private readonly ContainerSettings _settings = ContainerSettings.Of(ports.Machine);

    /// <param name="sources">That are here.</param>
    /// <param name="buildspec">What is run.</param>
    /// <param name="values">The variables of buildspec and job.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The place, and the home of who runs the commands.</returns>
    /// <exception cref="SourceException">It cannot be opened.</exception>
    public async Task<(ICommandPlace Place, string Home)> OpenAsync(IReadOnlyList<FetchedSource> sources, Buildspec buildspec, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        var isContained = _settings.Contain(job.Image);
        var machine = isContained ? ports.Machine.Where(variable => _passed.Contains(variable.Key) || variable.Key.StartsWith("AWS_", StringComparison.Ordinal)).ToDictionary() : ports.Machine;
        var environment = BuildEnvironment.Of(machine, values, CodeBuildVariables.Of(job, sources, start));
        var tools = await ToolsAsync(buildspec, isContained, cancellationToken);
        var packages = await new PackageSetup(job.BuildId, workspace, ports).RunAsync(values, isContained, cancellationToken);
        foreach (var (name, value) in tools.SelectMany(tool => tool.Variables).Concat(packages.ExceptBy(values.Keys, variable => variable.Key)))
        {
            environment[name] = value;
        }

        environment["PATH"] = string.Join(Path.PathSeparator, [workspace.Tools, .. tools.Select(tool => tool.Folder).OfType<string>(), .. environment.TryGetValue("PATH", out var path) ? new[] { path } : []]);
        foreach (var (name, value) in buildspec.Env.GitCredentialHelper ? new GitCredentialFiles(workspace.Folders.Shared).Write(job.Source) : new Dictionary<string, string>())
        {
            environment[name] = value;
        }

        return isContained
            ? (await ContainAsync(buildspec, environment, cancellationToken), environment.GetValueOrDefault("HOME", "/root"))
            : (new MachinePlace(ports.Processes, environment["PATH"], workspace.Folders, environment, ("CODEBUILD_BUILD_ID", job.BuildId)), environment.GetValueOrDefault("HOME", "/root"));
    }

    private async Task<IReadOnlyCollection<Toolchain>> ToolsAsync(Buildspec buildspec, bool isContained, CancellationToken cancellationToken)
    {
        if (isContained)
        {
            if (buildspec.RuntimeVersions.Count > 0)
            {
                Tell("phases.install.runtime-versions is of no effect: an image of one's own has what it has");
            }

            return [];
        }

        return [.. (await new RuntimeChoice(ports.Processes, ports.Machine, Tell).PickAsync(buildspec.RuntimeVersions, cancellationToken)).Values];
    }

    private void Tell(string text) => ports.Log.Status(PhaseType.DownloadSource, text);

    private async Task<ContainerPlace> ContainAsync(Buildspec buildspec, Dictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var engine = await ContainerEngine.FindAsync(ports.Processes, job.Image!, _settings, ports.Machine, cancellationToken);
        Tell($"Starting a container of {job.Image} by {engine.Program}");
        var container = new BuildContainer(engine, job, workspace.Folders, _settings);
        var place = new ContainerPlace(engine, container, workspace.Folders, environment, job.Cache is null ? new Dictionary<string, string>() : CacheMounts.Of(buildspec.Cache, workspace.Folders));
        try
        {
            await place.StartAsync(cancellationToken);
            return place;
        }
        catch
        {
            await place.DisposeAsync();
            throw;
        }
    }
}
