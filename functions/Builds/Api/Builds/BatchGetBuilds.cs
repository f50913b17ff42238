using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Builds;

/// <summary>Tells of up to a hundred builds.</summary>
public sealed class BatchGetBuilds(BuildFinder finder, BuildAnswer answer) : IOperation<BatchGetBuildsInput, BatchGetBuildsOutput>
{
    /// <inheritdoc/>
    public async Task<BatchGetBuildsOutput> RunAsync(BatchGetBuildsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var (found, missing) = await Batches.ReadAsync([.. input.Ids.Distinct()], id => finder.FindAsync(id, cancellationToken));
        return new BatchGetBuildsOutput { Builds = [.. found.Select(answer.Of)], BuildsNotFound = missing };
    }
}
