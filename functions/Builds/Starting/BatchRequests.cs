using Sluice.BuildContract;
using Sluice.Builds.Batching;
using Sluice.Builds.Model.Batches;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Starting;

/// <summary>Records batches that are asked for.</summary>
internal sealed class BatchRequests(BatchStore store, IdempotencyTokens tokens, SuiteBucket bucket, IIds ids, TimeProvider time)
{
    /// <param name="wanted">What each build is like.</param>
    /// <param name="config">The project's settings for batches, with what the request overrides.</param>
    /// <param name="token">The idempotency token; null for none.</param>
    /// <param name="request">The request as it came, by which it is known again.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ApiException">The token came with another request.</exception>
    public Task<BatchRecord> AddAsync(WantedBuild wanted, ProjectBuildBatchConfig? config, string? token, string request, CancellationToken cancellationToken) => tokens.OnceAsync(
        $"{wanted.ProjectName}#BATCH",
        token,
        request,
        async id => await store.FindAsync(id, cancellationToken) ?? throw new BuildNotFoundException(id),
        mark => AddAsync(wanted, config, mark, cancellationToken),
        cancellationToken);

    private async Task<BatchRecord?> AddAsync(WantedBuild wanted, ProjectBuildBatchConfig? config, Func<string, IReadOnlyList<GuardedWrite>> mark, CancellationToken cancellationToken)
    {
        if (wanted.Id is { } known && await store.FindAsync(known, cancellationToken) is { } there)
        {
            return there;
        }

        var batch = Of(wanted, config, await store.NextNumberAsync(wanted.ProjectName, cancellationToken));
        return await store.AddAsync(batch, mark(batch.BatchId), cancellationToken) ? batch : null;
    }

    private BatchRecord Of(WantedBuild wanted, ProjectBuildBatchConfig? config, long number)
    {
        var batchId = wanted.Id ?? ids.Uuid();
        return new()
        {
            BatchId = batchId,
            ProjectName = wanted.ProjectName,
            Number = number,
            Status = BuildStatus.InProgress,
            Initiator = wanted.Initiator,
            Settings = wanted.Settings,
            Config = config,
            Output = BuildOutputs.Of(bucket.Name, "codebuild", batchId),
            SubmittedAt = time.GetUtcNow(),
            PlanBuildId = BuildIds.OfBatch(batchId, null, 1),
            ServiceVariables = wanted.ServiceVariables,
        };
    }
}
