using Microsoft.Extensions.Logging;
using Sluice.BuildContract;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.Ending;
using Sluice.Builds.Records;
using Sluice.Platform.Actions;
using Sluice.Platform.Documents;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;
using Sluice.Platform.Tracing;

namespace Sluice.Builds.Starting;

/// <summary>Starts the build of a pipeline's action or rule, or its batch. One that cannot be built is answered at once, as a failed action.</summary>
public sealed class StartBuildAction
{
    private readonly BuildStore _store;
    private readonly ActionBatches _batches;
    private readonly ProjectStore _projects;
    private readonly StopBuildAction _stop;
    private readonly ActionInputs _inputs;
    private readonly ActionDocuments _documents;
    private readonly SuiteBucket _bucket;
    private readonly TimeProvider _time;
    private readonly IIds _ids;
    private readonly ILogger<StartBuildAction> _log;

    internal StartBuildAction(
        BuildStore store,
        ActionBatches batches,
        ProjectStore projects,
        StopBuildAction stop,
        ActionInputs inputs,
        ActionDocuments documents,
        SuiteBucket bucket,
        TimeProvider time,
        IIds ids,
        ILogger<StartBuildAction> log)
    {
        (_store, _batches, _projects, _stop, _inputs, _documents, _bucket, _time, _ids, _log) = (store, batches, projects, stop, inputs, documents, bucket, time, ids, log);
    }

    /// <summary>Records the build or the batch and asks for its execution; the token is completed when it has ended.</summary>
    public async Task RunAsync(ActionRequest request, CancellationToken cancellationToken = default)
    {
        var buildId = BuildIds.Of(request.PipelineName, request.ActionExecutionId);
        if (!await IsThereAsync(buildId, cancellationToken) && !await AddAsync(buildId, await _documents.WholeAsync(request, cancellationToken), cancellationToken))
        {
            return;
        }

        await TakeTokenAsync(buildId, request.TaskToken, cancellationToken);
        await _stop.CatchUpAsync(buildId, request.ActionExecutionId, cancellationToken);
    }

    private async Task<bool> IsThereAsync(string buildId, CancellationToken cancellationToken) =>
        await _store.FindAsync(buildId, cancellationToken) is not null || await _batches.IsThereAsync(buildId, cancellationToken);

    /// <returns>False if the request was refused.</returns>
    private async Task<bool> AddAsync(string buildId, ActionRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var action = BuildActionReader.Read(request);
            var faults = new ActionFaults(request);
            var inputs = await _inputs.ReadAsync(request, action.Inputs, faults, cancellationToken);
            faults.ThrowIfAny();
            await AddAsync(buildId, request, action, inputs, cancellationToken);
            return true;
        }
        catch (InvalidDocumentException e)
        {
            _log.LogWarning("The action {Action} of {Pipeline} cannot be built: {Reason}", request.ActionName, request.PipelineName, e.Message);
            await _documents.CompleteAsync(request.TaskToken, ActionResults.Refused(buildId, e.Message), cancellationToken);
            return false;
        }
    }

    private async Task AddAsync(string buildId, ActionRequest request, BuildAction action, BuildInputs inputs, CancellationToken cancellationToken)
    {
        var stored = action.Commands is null ? await _projects.FindAsync(action.ProjectName, cancellationToken) : null;
        var settings = ActionSettings.Of(request, action, stored, inputs);
        var output = BuildOutputs.Of(action.Inputs is [var primary, ..] ? request.InputArtifacts[primary].Bucket : _bucket.Name, request.PipelineName, buildId);
        if (action.IsBatch)
        {
            await _batches.AddAsync(buildId, request, action, settings, stored?.Project.BuildBatchConfig, output, cancellationToken);
            return;
        }

        var build = Plan(buildId, request, action, settings, output, await _store.NextNumberAsync(action.ProjectName, cancellationToken));
        if (await _store.AddAsync(build, [], cancellationToken))
        {
            _log.LogInformation("Build {Build} of {Commit} is recorded", build.FullId(), inputs.Primary.Version);
        }
    }

    // A repeated call may bring the token of a newer task; the older one is dead then.
    private async Task TakeTokenAsync(string buildId, string token, CancellationToken cancellationToken)
    {
        if (await _store.FindAsync(buildId, cancellationToken) is null)
        {
            await _batches.TakeTokenAsync(buildId, token, cancellationToken);
            return;
        }

        var (build, _) = await _store.DecideAsync(buildId, seen => Decide(seen, token), cancellationToken);
        if (build.HasEnded())
        {
            await _documents.CompleteAsync(token, ActionResults.Of(build), cancellationToken);
        }
    }

    internal static Decision<BuildRecord, bool> Decide(BuildRecord build, string token) =>
        build.HasEnded() || build.Action is not { } action || action.Token == token ? new(build, false) : new(build with { Action = action with { Token = token } }, true);

    private BuildRecord Plan(string buildId, ActionRequest request, BuildAction action, BuildSettings settings, ObjectRef output, long number) => new()
    {
        BuildId = buildId,
        ProjectName = action.ProjectName,
        Number = number,
        Status = BuildStatus.InProgress,
        Initiator = $"codepipeline/{request.PipelineName}",
        Settings = settings,
        Output = output,
        Action = new ActionTask(request.TaskToken),
        PartOf = SpanContext.OfAction(request.PipelineExecutionId, request.ActionExecutionId),
        ProgressSecret = _ids.Secret(),
        SubmittedAt = _time.GetUtcNow(),
    };
}
