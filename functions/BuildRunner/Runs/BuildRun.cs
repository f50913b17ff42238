using Sluice.BuildContract;
using Sluice.BuildRunner.Artifacts;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Configuration;
using Sluice.BuildRunner.Shells;
using Sluice.BuildRunner.Sources;
using Sluice.BuildRunner.Tools.Serving;
using Sluice.Platform.Documents;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Runs;

/// <summary>Runs one build from the fetch of its commit to the removal of what it left.</summary>
internal sealed class BuildRun(RunnerConfiguration configuration, RunnerPorts ports)
{
    private readonly PhaseRecorder _recorder = new(ports.Time, ports.Log);
    private readonly Workspace _workspace = new(configuration.WorkspaceParent, ports.Ids.Uuid());
    private Buildspec? _buildspec;
    private IShell? _shell;
    private UploadPhase? _upload;
    private ToolServer? _tools;
    private IReadOnlyDictionary<string, string> _exported = new Dictionary<string, string>();

    /// <param name="stop">Ends the build as STOPPED.</param>
    public async Task<BuildResult> RunAsync(CancellationToken stop)
    {
        using var timeout = new CancellationTokenSource(configuration.Timeout, ports.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, timeout.Token);
        try
        {
            PhaseType? phase = PhaseType.DownloadSource;
            while (phase is { } entered)
            {
                var outcome = await _recorder.RecordAsync(entered, () => GuardAsync(entered, either.Token, stop));
                phase = PhaseOrder.After(entered, outcome.Status, PhaseOf(entered).OnFailure);
            }
        }
        finally
        {
            await ClearAwayAsync();
        }

        return new BuildResult(_recorder.Status, _recorder.Phases, _upload?.Manifest, _exported, _recorder.Message) { Reports = _upload?.Reports ?? [] };
    }

    private async Task<PhaseOutcome> GuardAsync(PhaseType phase, CancellationToken cancellationToken, CancellationToken stop)
    {
        try
        {
            return await EnterAsync(phase, cancellationToken);
        }
        catch (SourceException e)
        {
            return PhaseOutcome.Failed(e.Code, e.Message);
        }
        catch (InvalidDocumentException e)
        {
            return PhaseOutcome.Failed("YAML_FILE_ERROR", e.Message);
        }
        catch (ArtifactException e)
        {
            return PhaseOutcome.Failed("CLIENT_ERROR", e.Message);
        }
        catch (UnauthorizedAccessException e) when (phase == PhaseType.UploadArtifacts)
        {
            // A command made files that this program's user may not read.
            return PhaseOutcome.Failed("CLIENT_ERROR", e.Message);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new PhaseOutcome(BuildStatus.Stopped, [new PhaseContext("STOPPED", "The build was stopped.")]);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new PhaseOutcome(BuildStatus.TimedOut, [new PhaseContext("BUILD_TIMED_OUT", $"The build has not ended within {configuration.Timeout.TotalSeconds:0} s.")]);
        }
    }

    private async Task<PhaseOutcome> EnterAsync(PhaseType phase, CancellationToken cancellationToken)
    {
        switch (phase)
        {
            case PhaseType.DownloadSource:
                await DownloadSourceAsync(cancellationToken);
                return PhaseOutcome.Succeeded;
            case PhaseType.UploadArtifacts:
                _upload = new UploadPhase(configuration, _workspace, ports);
                return await _upload.RunAsync(_buildspec!, _shell!, cancellationToken);
            case PhaseType.Finalizing:
                await ClearAwayAsync();
                return PhaseOutcome.Succeeded;
            case PhaseType.Completed:
                return PhaseOutcome.Succeeded;
            default:
                return await RunCommandsAsync(phase, cancellationToken);
        }
    }

    private async Task DownloadSourceAsync(CancellationToken cancellationToken)
    {
        if (_workspace.SurroundingCheckout is { } checkout)
        {
            ports.Log.Status(PhaseType.DownloadSource, $"Warning: the workspace is inside the checkout {checkout}, whose settings reach the build");
        }

        ports.Log.Status(PhaseType.DownloadSource, $"Fetching {configuration.Commit} from {configuration.Repository}");
        var patience = new FetchPatience(ports.Time, FetchPatience.SpreadOf(configuration.BuildId), said => ports.Log.Status(PhaseType.DownloadSource, said));
        await new GitSource(ports.Processes, ports.Machine, patience).FetchAsync(configuration.Repository, configuration.Commit, _workspace.Source, cancellationToken);
        if (File.Exists(Path.Combine(_workspace.Source, ".gitmodules")))
        {
            ports.Log.Status(PhaseType.DownloadSource, "Submodules are not fetched");
        }

        var file = BuildspecFile.Locate(_workspace.Source);
        new SourceTree(_workspace.Source).AtRoot(file);
        var buildspec = BuildspecReader.Read(file, await File.ReadAllBytesAsync(Path.Combine(_workspace.Source, file), cancellationToken));
        RefuseSecretExports(buildspec);
        foreach (var note in buildspec.Notes)
        {
            ports.Log.Status(PhaseType.DownloadSource, $"{file}: {note}");
        }

        _shell = Shell(buildspec);
        _buildspec = buildspec;
    }

    private void RefuseSecretExports(Buildspec buildspec)
    {
        var secrets = configuration.Environment.Where(variable => variable.Secret).Select(variable => variable.Name);
        if (buildspec.ExportedVariables.Intersect(secrets).FirstOrDefault() is { } name)
        {
            throw new SourceException("YAML_FILE_ERROR", $"env.exported-variables: '{name}' is secret and cannot be exported.");
        }
    }

    private IShell Shell(Buildspec buildspec)
    {
        var environment = BuildEnvironment.Of(ports.Machine, configuration, buildspec, _workspace.Source, ports.Time.GetUtcNow());
        var program = ShellChoice.Of(buildspec.Shell, ports.Machine.GetValueOrDefault("PATH", ""));
        var folder = new ToolFolder(_workspace.Control);
        _tools = BuildTools.Serve(folder, configuration.Tools, _workspace, ports);
        var settings = new ShellSettings(program, _workspace.Source, _workspace.Control, folder.OnPath(environment));
        return buildspec.OneShell
            ? new PersistentShell(ports.Processes, ports.Time, ports.Ids, settings, ports.Log.Open)
            : new SeparateShells(ports.Processes, ports.Time, ports.Ids, settings, ports.Log.Open);
    }

    private async Task<PhaseOutcome> RunCommandsAsync(PhaseType phase, CancellationToken cancellationToken)
    {
        var outcome = await new CommandPhase(phase, PhaseOf(phase), _shell!, ports.Log).RunAsync(_recorder.Succeeding, cancellationToken);
        if (phase == PhaseType.PostBuild)
        {
            _exported = WithoutSecrets(await ShellVariables.ReadAsync(_buildspec!.ExportedVariables, _shell!, _workspace.Control, cancellationToken));
        }

        return outcome;
    }

    // They go into events and to later stages, in the clear.
    private Dictionary<string, string> WithoutSecrets(IReadOnlyDictionary<string, string> variables)
    {
        var secret = variables.Where(variable => ports.Log.Mask(variable.Value) != variable.Value).Select(variable => variable.Key).ToList();
        secret.ForEach(name => ports.Log.Status(PhaseType.PostBuild, $"The exported variable {name} is left out: its value holds a secret"));
        return variables.ExceptBy(secret, variable => variable.Key).ToDictionary(StringComparer.Ordinal);
    }

    private BuildspecPhase PhaseOf(PhaseType type) => _buildspec?.Phases.GetValueOrDefault(type) ?? BuildspecPhase.Empty;

    private async Task ClearAwayAsync()
    {
        if (_shell is { } shell)
        {
            _shell = null;
            await shell.DisposeAsync();
            ports.Processes.KillAllWith("CODEBUILD_BUILD_ID", configuration.BuildId);
            await _tools!.DisposeAsync();
        }

        if (_workspace.Remove() is { } reason)
        {
            ports.Log.Status(PhaseType.Finalizing, $"The workspace could not be removed whole: {reason}");
        }
    }
}
