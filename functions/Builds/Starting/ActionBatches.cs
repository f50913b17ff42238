using Microsoft.Extensions.Logging;
using Sluice.BuildContract;
using Sluice.Builds.Batching;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.Model.Batches;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;
using Sluice.Platform.Tracing;

namespace Sluice.Builds.Starting;

/// <summary>The batches of pipelines' actions.</summary>
internal sealed class ActionBatches(BatchStore store, ActionDocuments documents, TimeProvider time, ILogger<ActionBatches> log)
{
    public async Task<bool> IsThereAsync(string batchId, CancellationToken cancellationToken) => await store.FindAsync(batchId, cancellationToken) is not null;

    /// <summary>Records the batch, if it is not there.</summary>
    public async Task AddAsync(
        string batchId, ActionRequest request, BuildAction action, BuildSettings settings, ProjectBuildBatchConfig? project, ObjectRef output, CancellationToken cancellationToken)
    {
        var batch = new BatchRecord
        {
            BatchId = batchId,
            ProjectName = action.ProjectName,
            Number = await store.NextNumberAsync(action.ProjectName, cancellationToken),
            Status = BuildStatus.InProgress,
            Initiator = $"codepipeline/{request.PipelineName}",
            Action = new ActionTask(request.TaskToken),
            PartOf = SpanContext.OfAction(request.PipelineExecutionId, request.ActionExecutionId),
            Settings = settings,
            // What the project says of its own bucket is not for a pipeline's artifacts.
            Config = BatchOverrides.Config(project, new ProjectBuildBatchConfig { CombineArtifacts = action.CombinesArtifacts }),
            Output = output,
            SubmittedAt = time.GetUtcNow(),
            PlanBuildId = BuildIds.OfBatch(batchId, null, 1),
        };
        if (await store.AddAsync(batch, [], cancellationToken))
        {
            log.LogInformation("Batch {Batch} is recorded", batch.FullId());
        }
    }

    /// <summary>A repeated call may bring the token of a newer task; the older one is dead then.</summary>
    public async Task TakeTokenAsync(string batchId, string token, CancellationToken cancellationToken)
    {
        var (batch, _) = await store.DecideAsync(batchId, (seen, _) => Task.FromResult(Decide(seen, token)), cancellationToken);
        if (batch.HasEnded())
        {
            await documents.CompleteAsync(token, BatchResults.Of(batch), cancellationToken);
        }
    }

    private static Decision<BatchRecord, bool> Decide(BatchRecord batch, string token) =>
        batch.HasEnded() || batch.Action is not { } action || action.Token == token ? new(batch, false) : new(batch with { Action = new ActionTask(token) }, true);
}
