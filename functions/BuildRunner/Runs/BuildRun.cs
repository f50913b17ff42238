using System.Text.Json;
using Sluice.BuildContract;
using Sluice.BuildContract.Batches;
using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Variables;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Runs;

/// <summary>Runs one build from the fetch of its sources to the removal of what it left.</summary>
internal sealed class BuildRun(BuildJob job, string workspaceParent, RunnerPorts ports)
{
    private readonly PhaseRecorder _recorder = new(ports.Time, ports.Log, ports.Observers);
    private readonly Workspace _workspace = new(workspaceParent, ports.Ids.Uuid(), job.SecondarySources.Select(source => source.Identifier!));
    private PreparedBuild? _build;
    private bool _isCleared;
    private bool _isPlanned;
    private UploadPhase? _upload;
    private IReadOnlyDictionary<string, string> _exported = new Dictionary<string, string>();

    /// <param name="stop">Ends the build as STOPPED.</param>
    public async Task<BuildResult> RunAsync(CancellationToken stop)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(job.TimeoutSeconds), ports.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, timeout.Token);
        try
        {
            PhaseType? phase = PhaseType.DownloadSource;
            while (phase is { } entered)
            {
                var outcome = await _recorder.RecordAsync(entered, () => GuardAsync(entered, either.Token, stop));
                phase = job.Mode == JobMode.Sandbox ? PhaseOrder.InSandbox(entered, outcome.Status)
                    : _isPlanned ? PhaseOrder.AfterPlan(entered)
                    : PhaseOrder.After(entered, outcome.Status, PhaseOf(entered).OnFailure.Then);
            }
        }
        finally
        {
            await ClearAwayAsync();
        }

        return new BuildResult(_recorder.Status, _recorder.Phases, _upload?.Pipeline?.Manifest, _exported, _recorder.Message)
        {
            ResolvedSourceVersion = _build?.Primary.Version,
            ResolvedSecondaryVersions = _build?.Sources.Where(source => source is { Identifier: not null, Version: not null }).ToDictionary(source => source.Identifier!, source => source.Version!) ?? [],
            LastWords = _recorder.LastWords,
            Artifacts = _upload?.Stored ?? [],
            OutputArtifacts = _upload?.Pipeline?.Outputs ?? new Dictionary<string, ObjectRef>(),
            Reports = _upload?.Reports ?? [],
        };
    }

    private async Task<PhaseOutcome> GuardAsync(PhaseType phase, CancellationToken cancellationToken, CancellationToken stop)
    {
        try
        {
            return await EnterAsync(phase, cancellationToken);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new PhaseOutcome(BuildStatus.Stopped, [new PhaseFault("STOPPED", "The build was stopped.")]);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new PhaseOutcome(BuildStatus.TimedOut, [new PhaseFault("BUILD_TIMED_OUT", $"The build has not ended within {job.TimeoutSeconds} s.")]);
        }
        catch (Exception e) when (PhaseFaults.Of(e, _workspace.Folders.Source) is { } outcome)
        {
            return outcome;
        }
    }

    private async Task<PhaseOutcome> EnterAsync(PhaseType phase, CancellationToken cancellationToken)
    {
        switch (phase)
        {
            case PhaseType.DownloadSource:
                var signed = await new StoredCredentials(ports.Values, ports.Log, ports.Packages).ReadAsync(job, cancellationToken);
                _build = await new SourcePhase(signed, _workspace, ports).RunAsync(cancellationToken);
                await StorePlanAsync(_build.Buildspec, cancellationToken);
                return PhaseOutcome.Succeeded;
            case PhaseType.Build when job.Mode == JobMode.Sandbox:
                return await RunSandboxAsync(_build!, cancellationToken);
            case PhaseType.UploadArtifacts:
                await SaveCacheAsync(cancellationToken);
                _upload = new UploadPhase(job, _workspace, _build!, ports);
                return await _upload.RunAsync(cancellationToken);
            case PhaseType.Finalizing:
                await ClearAwayAsync();
                return PhaseOutcome.Succeeded;
            case PhaseType.Completed:
                return PhaseOutcome.Succeeded;
            default:
                return await RunCommandsAsync(phase, cancellationToken);
        }
    }

    private async Task<PhaseOutcome> RunSandboxAsync(PreparedBuild build, CancellationToken cancellationToken)
    {
        var commands = ports.Commands ?? throw new SourceException("INTERNAL_ERROR", "A sandbox needs the service's address, and none is set.");
        var shell = await build.Place.ShellAsync(build.Buildspec.Env.Shell, cancellationToken);
        using var terminal = TerminalScript.Write(workspaceParent, job.BuildId.Split(':')[^1], build.Place.Terminal(shell, _workspace.Folders.Source));
        return await new SandboxPhase(build.Shell, _workspace.Folders, commands, ports.Log, ports.Time).RunAsync(cancellationToken);
    }

    private async Task<PhaseOutcome> RunCommandsAsync(PhaseType phase, CancellationToken cancellationToken)
    {
        var (build, commands) = (_build!, PhaseOf(phase));
        await build.Shell.UseAsync(await build.UserAsync(commands, cancellationToken), cancellationToken);
        var outcome = await new CommandPhase(phase, commands, build.Shell, ports.Log).RunAsync(_recorder.Succeeding, cancellationToken);
        if (phase == PhaseType.PostBuild)
        {
            _exported = WithoutSecrets(await new ShellTexts(build.Shell, _workspace.Folders.Shared).VariablesAsync(build.Buildspec.Env.Exported, cancellationToken));
        }

        return outcome;
    }

    private async Task StorePlanAsync(Buildspec buildspec, CancellationToken cancellationToken)
    {
        if (job.Mode != JobMode.PlanBatch)
        {
            return;
        }

        var plan = buildspec.Batch ?? throw new SourceException("YAML_FILE_ERROR", "The buildspec has no batch; expected build-list, build-graph, build-matrix or build-fanout in it.");
        var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(plan, SluiceJson.Options));
        await ports.Objects.PutAsync(job.Output with { Key = $"{job.Output.Key}/{BatchPlan.ObjectName}" }, content, cancellationToken);
        _isPlanned = true;
    }

    // What a failed build left may be half of something.
    private Task SaveCacheAsync(CancellationToken cancellationToken) =>
        _recorder.Succeeding && _build!.Cache is { } open ? open.Cache.SaveAsync(open.Key, text => ports.Log.Status(PhaseType.UploadArtifacts, text), cancellationToken) : Task.CompletedTask;

    // They go into events and to later stages, in the clear.
    private Dictionary<string, string> WithoutSecrets(IReadOnlyDictionary<string, string> variables)
    {
        var secret = variables.Where(variable => ports.Log.Mask(variable.Value) != variable.Value).Select(variable => variable.Key).ToList();
        secret.ForEach(name => ports.Log.Status(PhaseType.PostBuild, $"The exported variable {name} is left out: its value holds a secret"));
        return variables.ExceptBy(secret, variable => variable.Key).ToDictionary(StringComparer.Ordinal);
    }

    private BuildspecPhase PhaseOf(PhaseType type) => _build?.Buildspec.Phases.GetValueOrDefault(type) ?? BuildspecPhase.Empty;

    private async Task ClearAwayAsync()
    {
        if (_isCleared)
        {
            return;
        }

        _isCleared = true;
        if (_build is { } build)
        {
            await build.Shell.DisposeAsync();
            await build.Tools.DisposeAsync();
            build.Place.End();
            await build.Place.DisposeAsync();
        }

        if (_workspace.Remove() is { } reason)
        {
            ports.Log.Status(PhaseType.Finalizing, $"The workspace could not be removed whole: {reason}");
        }
    }
}
