using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api;

/// <summary>
/// Deletes what CloudFormation's blue/green hook made under its id. Nothing here is made by that hook, so there is never anything to delete, which as in CodeDeploy is no error.
/// </summary>
public sealed class DeleteResourcesByExternalId : IOperation<DeleteResourcesByExternalIdInput, DeleteResourcesByExternalIdOutput>
{
    /// <inheritdoc/>
    public Task<DeleteResourcesByExternalIdOutput> RunAsync(DeleteResourcesByExternalIdInput input, OperationContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new DeleteResourcesByExternalIdOutput());
}
