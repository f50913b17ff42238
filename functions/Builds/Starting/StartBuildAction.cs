using System.Text.Json;
using Microsoft.Extensions.Logging;
using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.Ending;
using Sluice.Builds.Records;
using Sluice.Builds.Stopping;
using Sluice.Platform.Actions;
using Sluice.Platform.Artifacts;
using Sluice.Platform.Documents;
using Sluice.Platform.Ids;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;
using Sluice.Platform.StateMachines;

namespace Sluice.Builds.Starting;

/// <summary>Starts the build of a pipeline's action. An action that cannot be built is answered at once, as a failed action.</summary>
public sealed class StartBuildAction
{
    private readonly BuildStore _store;
    private readonly ProjectStore _projects;
    private readonly StopBuildAction _stop;
    private readonly IObjectStore _objects;
    private readonly IStateMachines _machines;
    private readonly TimeProvider _time;
    private readonly IIds _ids;
    private readonly ILogger<StartBuildAction> _log;

    internal StartBuildAction(
        BuildStore store, ProjectStore projects, StopBuildAction stop, IObjectStore objects, IStateMachines machines, TimeProvider time, IIds ids, ILogger<StartBuildAction> log)
    {
        (_store, _projects, _stop, _objects, _machines, _time, _ids, _log) = (store, projects, stop, objects, machines, time, ids, log);
    }

    /// <summary>Records the build and asks for its execution; the token is completed when the build has ended.</summary>
    public async Task RunAsync(ActionRequest request, CancellationToken cancellationToken = default)
    {
        var buildId = BuildIds.Of(request.PipelineName, request.ActionExecutionId);
        if (await _store.FindAsync(buildId, cancellationToken) is null && !await AddAsync(buildId, request, cancellationToken))
        {
            return;
        }

        await TakeTokenAsync(buildId, request.TaskToken, cancellationToken);
        await _stop.CatchUpAsync(buildId, request.ActionExecutionId, cancellationToken);
    }

    /// <returns>False if the request was refused.</returns>
    private async Task<bool> AddAsync(string buildId, ActionRequest request, CancellationToken cancellationToken)
    {
        BuildRecord build;
        try
        {
            var action = BuildActionReader.Read(request);
            var source = await ReadSourceAsync(action.Source, cancellationToken);
            var settings = await SettingsAsync(action, cancellationToken);
            build = Plan(buildId, request, action, settings, source, await _store.NextNumberAsync(action.ProjectName, cancellationToken));
        }
        catch (Exception e) when (e is InvalidDocumentException or ObjectNotFoundException or JsonException)
        {
            _log.LogWarning("The action {Action} of {Pipeline} cannot be built: {Reason}", request.ActionName, request.PipelineName, e.Message);
            await _machines.SucceedTaskAsync(request.TaskToken, ActionResults.Refused(buildId, e.Message), cancellationToken);
            return false;
        }

        if (await _store.AddAsync(build, [], cancellationToken))
        {
            _log.LogInformation("Build {Build} of {Commit} is recorded", build.FullId(), build.Action!.Source.Version);
        }

        return true;
    }

    // A repeated call may bring the token of a newer task; the older one is dead then.
    private async Task TakeTokenAsync(string buildId, string token, CancellationToken cancellationToken)
    {
        var (build, _) = await _store.DecideAsync(buildId, seen => Decide(seen, token), cancellationToken);
        if (build.HasEnded())
        {
            await _machines.SucceedTaskAsync(token, ActionResults.Of(build), cancellationToken);
        }
    }

    internal static Decision<BuildRecord, bool> Decide(BuildRecord build, string token) =>
        build.HasEnded() || build.Action is not { } action || action.Token == token ? new(build, false) : new(build with { Action = action with { Token = token } }, true);

    private async Task<ArtifactManifest> ReadSourceAsync(ObjectRef source, CancellationToken cancellationToken)
    {
        await using var content = await _objects.OpenAsync(source, cancellationToken);
        return await JsonSerializer.DeserializeAsync<ArtifactManifest>(content, SluiceJson.Options, cancellationToken)
            ?? throw new JsonException($"The source artifact {source} is null.");
    }

    /// <summary>What a project says of sources and artifacts is the pipeline's to say here, as in CodeBuild.</summary>
    private async Task<BuildSettings> SettingsAsync(BuildAction action, CancellationToken cancellationToken)
    {
        var stored = await _projects.FindAsync(action.ProjectName, cancellationToken);
        var settings = stored is null ? UnnamedProject.Settings : SettingsOfProject.Of(stored, stored.Project);
        return settings with
        {
            Source = UnnamedProject.Settings.Source with { Buildspec = settings.Source.Buildspec },
            Artifacts = UnnamedProject.Settings.Artifacts,
            SecondaryArtifacts = [],
            Environment = settings.Environment with { EnvironmentVariables = Variables.Over(settings.Environment.EnvironmentVariables, action.Environment) },
        };
    }

    private BuildRecord Plan(string buildId, ActionRequest request, BuildAction action, BuildSettings settings, ArtifactManifest source, long number) => new()
    {
        BuildId = buildId,
        ProjectName = action.ProjectName,
        Number = number,
        Status = BuildStatus.InProgress,
        Initiator = $"codepipeline/{request.PipelineName}",
        Settings = settings,
        Output = BuildOutputs.Of(action.Source.Bucket, request.PipelineName, buildId),
        Action = new ActionTask(
            request.TaskToken,
            request.OutputArtifacts.Count > 0 ? request.OutputArtifacts[0] : null,
            new JobSource { Kind = JobSourceKind.Git, Repository = source.Repository, Version = source.CommitId, ConnectionArn = source.ConnectionArn }),
        ProgressSecret = _ids.Secret(),
        SubmittedAt = _time.GetUtcNow(),
    };
}
