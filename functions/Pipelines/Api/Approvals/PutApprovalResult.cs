using Sluice.Pipelines.Providers.Approvals;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Approvals;

/// <summary>Approves or rejects what waits for people.</summary>
public sealed class PutApprovalResult : IOperation<PutApprovalResultInput, PutApprovalResultOutput>
{
    private readonly ApprovalResults _results;

    internal PutApprovalResult(ApprovalResults results) => _results = results;

    /// <inheritdoc/>
    public async Task<PutApprovalResultOutput> RunAsync(PutApprovalResultInput input, OperationContext context, CancellationToken cancellationToken) =>
        new() { ApprovedAt = await _results.TakeAsync(input, context.Caller?.Name ?? "a user", cancellationToken) };
}
