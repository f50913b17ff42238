using Sluice.Builds.Batching;
using Sluice.Builds.Records;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.BuildBatches;

/// <summary>Deletes a batch that has ended, and its builds.</summary>
public sealed class DeleteBuildBatch : IOperation<DeleteBuildBatchInput, DeleteBuildBatchOutput>
{
    private readonly BatchFinder _finder;
    private readonly BatchStore _batches;
    private readonly BuildStore _builds;
    private readonly SuiteAccount _account;

    internal DeleteBuildBatch(BatchFinder finder, BatchStore batches, BuildStore builds, SuiteAccount account)
    {
        (_finder, _batches, _builds, _account) = (finder, batches, builds, account);
    }

    /// <inheritdoc/>
    public async Task<DeleteBuildBatchOutput> RunAsync(DeleteBuildBatchInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var batch = await _finder.FindAsync(input.Id, cancellationToken);
        if (batch is null || !batch.HasEnded())
        {
            return new DeleteBuildBatchOutput { StatusCode = batch is null ? "BATCH_NOT_FOUND" : "BATCH_IN_PROGRESS", BuildsDeleted = [], BuildsNotDeleted = [] };
        }

        var deleted = new List<string>();
        foreach (var run in batch.Groups.SelectMany(group => group.Prior.Append(group.Current)).Where(run => run is not null))
        {
            if (await _builds.DeleteAsync(run!.BuildId, cancellationToken))
            {
                deleted.Add(_account.Arn("codebuild", $"build/{BuildIds.Full(batch.ProjectName, run.BuildId)}"));
            }
        }

        await _builds.DeleteAsync(batch.PlanBuildId, cancellationToken);
        await _batches.DeleteAsync(batch.BatchId, cancellationToken);
        return new DeleteBuildBatchOutput { StatusCode = "BATCH_DELETED", BuildsDeleted = deleted, BuildsNotDeleted = [] };
    }
}
