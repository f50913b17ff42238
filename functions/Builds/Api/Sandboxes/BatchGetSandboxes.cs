using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Sandboxes;

/// <summary>Tells of sandboxes.</summary>
public sealed class BatchGetSandboxes(SandboxFinder finder, SandboxAnswer answer) : IOperation<BatchGetSandboxesInput, BatchGetSandboxesOutput>
{
    /// <inheritdoc/>
    public async Task<BatchGetSandboxesOutput> RunAsync(BatchGetSandboxesInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var (found, missing) = await Batches.ReadAsync([.. input.Ids.Distinct()], id => finder.FindAsync(id, cancellationToken));
        return new BatchGetSandboxesOutput { Sandboxes = [.. found.Select(answer.Of)], SandboxesNotFound = missing };
    }
}
