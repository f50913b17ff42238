using Sluice.BuildContract;
using Sluice.BuildContract.Batches;
using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Configuration;
using Sluice.BuildRunner.Shells;
using Sluice.BuildRunner.Sources;
using Sluice.BuildRunner.Tools.Serving;
using Sluice.BuildRunner.Variables;

namespace Sluice.BuildRunner.Runs;

/// <summary>DOWNLOAD_SOURCE: the sources are fetched, the buildspec is read, the variables get their values, and a shell is made ready.</summary>
internal sealed class SourcePhase(BuildJob job, Workspace workspace, RunnerPorts ports)
{
    private readonly DateTimeOffset _start = ports.Time.GetUtcNow();

    /// <exception cref="SourceException">The build cannot begin.</exception>
    public async Task<PreparedBuild> RunAsync(CancellationToken cancellationToken)
    {
        if (workspace.SurroundingCheckout is { } checkout)
        {
            Tell($"Warning: the workspace is inside the checkout {checkout}, whose settings reach the build");
        }

        var sources = await FetchAllAsync(cancellationToken);
        var buildspec = job.Mode == JobMode.Sandbox ? Buildspec.OfSandbox : await ReadBuildspecAsync(cancellationToken);
        var variables = new BuildVariables(buildspec.Env, job.Environment);
        RefuseSecretExports(buildspec, variables);
        return await OpenAsync(sources, buildspec, await ValuesAsync(variables, cancellationToken), cancellationToken);
    }

    private async Task<IReadOnlyList<FetchedSource>> FetchAllAsync(CancellationToken cancellationToken)
    {
        var patience = new FetchPatience(ports.Time, FetchPatience.SpreadOf(job.BuildId), Tell);
        var fetch = new SourceFetch(ports.Processes, ports.Machine, ports.Objects, ports.Buckets, new GitCredentialFiles(workspace.Folders.Shared), patience);
        var sources = new List<FetchedSource>();
        foreach (var (source, folder) in job.SecondarySources.Prepend(job.Source).Zip(workspace.Folders.Sources))
        {
            Tell(source.Kind switch
            {
                JobSourceKind.None => "There is no source",
                JobSourceKind.Git => $"Fetching {source.Version ?? "the default branch"} from {source.Repository}",
                JobSourceKind.Folder => $"Copying {source.Repository}",
                _ => $"Fetching {source.Object}",
            });
            sources.Add(await fetch.FetchAsync(source, folder, cancellationToken));
            if (source is { Kind: JobSourceKind.Git, FetchSubmodules: false } && File.Exists(Path.Combine(folder, ".gitmodules")))
            {
                Tell("Submodules are not fetched");
            }
        }

        if (sources[0].Version is { } version)
        {
            ports.Observers.ToList().ForEach(observer => observer.Resolved(version));
        }

        return sources;
    }

    private async Task<Buildspec> ReadBuildspecAsync(CancellationToken cancellationToken)
    {
        var (file, content) = await new BuildspecSource(ports.Buckets, workspace.Folders.Source).ReadAsync(job.Buildspec, cancellationToken);
        var buildspec = BuildspecReader.Read(file, content);
        buildspec.Notes.ToList().ForEach(note => Tell($"{file}: {note}"));
        return buildspec;
    }

    private static void RefuseSecretExports(Buildspec buildspec, BuildVariables variables)
    {
        if (buildspec.Env.Exported.Intersect(variables.Secret).FirstOrDefault() is { } name)
        {
            throw new SourceException("YAML_FILE_ERROR", $"env.exported-variables: '{name}' is secret and cannot be exported.");
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> ValuesAsync(BuildVariables variables, CancellationToken cancellationToken)
    {
        var stored = await new StoredVariables(ports.Values).ReadAsync(variables.Wanted, cancellationToken);
        ports.Log.Hide(stored.Values);
        return variables.With(stored);
    }

    private async Task<PreparedBuild> OpenAsync(IReadOnlyList<FetchedSource> sources, Buildspec buildspec, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        var (place, home) = await new CommandPlaces(job, workspace, ports, _start).OpenAsync(sources, buildspec, values, cancellationToken);
        try
        {
            return await OpenAsync(sources, buildspec, place, home, cancellationToken);
        }
        catch
        {
            place.End();
            throw;
        }
    }

    private async Task<PreparedBuild> OpenAsync(IReadOnlyList<FetchedSource> sources, Buildspec buildspec, ICommandPlace place, string home, CancellationToken cancellationToken)
    {
        foreach (var user in buildspec.Phases.Values.Select(phase => phase.RunAs).Append(buildspec.RunAs).OfType<string>().Distinct())
        {
            await place.UserAsync(user, cancellationToken);
        }

        var settings = new ShellSettings(await place.ShellAsync(buildspec.Env.Shell, cancellationToken), workspace.Folders, place, home);
        IShell shell = buildspec.OneShell
            ? new PersistentShell(ports.Processes, ports.Time, ports.Ids, settings, ports.Log.Open)
            : new SeparateShells(ports.Processes, ports.Time, ports.Ids, settings, ports.Log.Open);
        var tools = BuildTools.Serve(
            new ToolFolder(workspace.Folders.Control), Settings(), workspace, ports);

        // A cache's key may ask a tool.
        var cache = await new CacheOpening(job, workspace, ports).RunAsync(buildspec, new ShellTexts(shell, workspace.Folders.Shared), place.OnMachine, cancellationToken);
        return new PreparedBuild(sources, buildspec, place, shell, tools) { Cache = cache };
    }

    private ToolSettings Settings() => job.Batch is { Shard: { } shard, Shards: { } shards } batch
        ? new ToolSettings(new BatchShard(shard, shards), job.DebugSession) { Durations = batch.Durations }
        : new ToolSettings(null, job.DebugSession);

    private void Tell(string text) => ports.Log.Status(PhaseType.DownloadSource, text);
}
