using System.Text.Json;
using Microsoft.Extensions.Logging;
using Sluice.BuildContract;
using Sluice.Builds.Ending;
using Sluice.Builds.Model;
using Sluice.Builds.Records;
using Sluice.Builds.Stopping;
using Sluice.Platform.Actions;
using Sluice.Platform.Artifacts;
using Sluice.Platform.Documents;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;
using Sluice.Platform.Runs;
using Sluice.Platform.StateMachines;

namespace Sluice.Builds.Starting;

/// <summary>
/// Starts a pipeline's build action. However often it is called for one action execution, there is one build, and the last token that was given is completed
/// when it ends. A request that cannot be built completes its token with the reason and leaves no record.
/// </summary>
public sealed class StartBuild
{
    private readonly BuildStore _store;
    private readonly StopBuildAction _stop;
    private readonly IObjectStore _objects;
    private readonly IStateMachines _machines;
    private readonly TimeProvider _time;
    private readonly ILogger<StartBuild> _log;

    internal StartBuild(
        BuildStore store, StopBuildAction stop, IObjectStore objects, IStateMachines machines, TimeProvider time, ILogger<StartBuild> log)
    {
        (_store, _stop, _objects, _machines, _time, _log) = (store, stop, objects, machines, time, log);
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
            build = Plan(buildId, request, action, source, await _store.NextNumberAsync(action.ProjectName, cancellationToken));
        }
        catch (Exception e) when (e is InvalidDocumentException or ObjectNotFoundException or JsonException)
        {
            _log.LogWarning("The action {Action} of {Pipeline} cannot be built: {Reason}", request.ActionName, request.PipelineName, e.Message);
            await _machines.SucceedTaskAsync(request.TaskToken, ActionResults.Refused(buildId, e.Message), cancellationToken);
            return false;
        }

        if (await _store.AddAsync(build, cancellationToken))
        {
            _log.LogInformation("Build {Build} of {Commit} is recorded", build.FullId(), build.CommitId);
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
        build.HasEnded() || build.TaskToken == token ? new(build, false) : new(build with { TaskToken = token }, true);

    private async Task<ArtifactManifest> ReadSourceAsync(ObjectRef source, CancellationToken cancellationToken)
    {
        await using var content = await _objects.OpenAsync(source, cancellationToken);
        return await JsonSerializer.DeserializeAsync<ArtifactManifest>(content, SluiceJson.Options, cancellationToken)
            ?? throw new JsonException($"The source artifact {source} is null.");
    }

    private BuildRecord Plan(string buildId, ActionRequest request, BuildAction action, ArtifactManifest source, long number) => new()
    {
        BuildId = buildId,
        ProjectName = action.ProjectName,
        Number = number,
        Status = BuildStatus.InProgress,
        Initiator = $"codepipeline/{request.PipelineName}",
        Repository = source.Repository,
        CommitId = source.CommitId,
        Environment = action.Environment,
        TimeoutInMinutes = action.TimeoutInMinutes,
        Output = new ObjectRef(action.Source.Bucket, $"{request.PipelineName}/builds/{buildId}"),
        OutputArtifact = request.OutputArtifacts.Count > 0 ? request.OutputArtifacts[0] : null,
        TaskToken = request.TaskToken,
        SubmittedAt = _time.GetUtcNow(),
    };
}
