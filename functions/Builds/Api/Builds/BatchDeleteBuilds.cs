using Sluice.Builds.Records;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Builds;

/// <summary>Deletes builds that have ended.</summary>
public sealed class BatchDeleteBuilds : IOperation<BatchDeleteBuildsInput, BatchDeleteBuildsOutput>
{
    private readonly BuildFinder _finder;
    private readonly BuildStore _store;
    private readonly SuiteAccount _account;

    internal BatchDeleteBuilds(BuildFinder finder, BuildStore store, SuiteAccount account)
    {
        (_finder, _store, _account) = (finder, store, account);
    }

    /// <inheritdoc/>
    public async Task<BatchDeleteBuildsOutput> RunAsync(BatchDeleteBuildsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var (deleted, kept) = (new List<string>(), new List<BuildNotDeleted>());
        foreach (var id in input.Ids.Distinct())
        {
            var build = await _finder.FindAsync(id, cancellationToken);
            if (build is not null && await _store.DeleteAsync(build.BuildId, cancellationToken))
            {
                deleted.Add(BuildEvents.Arn(build, _account));
            }
            else
            {
                kept.Add(new BuildNotDeleted { Id = id, StatusCode = build is null ? "BUILD_NOT_FOUND" : "BUILD_IN_PROGRESS" });
            }
        }

        return new BatchDeleteBuildsOutput { BuildsDeleted = deleted, BuildsNotDeleted = kept };
    }
}
