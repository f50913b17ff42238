using Sluice.Builds.Batching;
using Sluice.Builds.ControlPlane;
using Sluice.Builds.Model.Batches;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.BuildBatches;

/// <summary>Finds batches by what clients call them: <c>project:uuid</c>, or the ARN.</summary>
public sealed class BatchFinder
{
    private readonly BatchStore _store;

    internal BatchFinder(BatchStore store)
    {
        _store = store;
    }

    /// <summary>Null if there is none of this id.</summary>
    internal async Task<BatchRecord?> FindAsync(string idOrArn, CancellationToken cancellationToken) =>
        BuildIds.In(idOrArn) is { } batchId && await _store.FindAsync(batchId, cancellationToken) is { } batch
        && (idOrArn == batch.FullId() || idOrArn.EndsWith($":build-batch/{batch.FullId()}", StringComparison.Ordinal)) ? batch : null;

    /// <exception cref="ApiException">It is no id, or of no batch.</exception>
    internal async Task<BatchRecord> GetAsync(string? idOrArn, CancellationToken cancellationToken) =>
        idOrArn is null || BuildIds.In(idOrArn) is null ? throw InvalidInput.Of($"'{idOrArn}' is no id of a batch; expected PROJECT:UUID, or a batch's ARN.")
        : await FindAsync(idOrArn, cancellationToken) ?? throw new ApiException(InvalidInput.NotFound, $"There is no batch '{idOrArn}'.");
}
