using Sluice.Connections.Rules;

namespace Sluice.Connections.Api.Connections;

/// <summary>Deletes a connection with what it signs in with. What uses it fails from then on, and says why.</summary>
public sealed class DeleteConnection : IOperation<DeleteConnectionInput, DeleteConnectionOutput>
{
    private readonly ConnectionStore _store;
    private readonly ConnectionFinder _finder;

    internal DeleteConnection(ConnectionStore store, ConnectionFinder finder) => (_store, _finder) = (store, finder);

    /// <inheritdoc/>
    public async Task<DeleteConnectionOutput> RunAsync(DeleteConnectionInput input, OperationContext context, CancellationToken cancellationToken) =>
        await _store.DeleteAsync(await _finder.ConnectionAsync(input.ConnectionArn, cancellationToken), cancellationToken)
            ? new DeleteConnectionOutput()
            : throw ConnectionErrors.NotFound($"There is no connection {input.ConnectionArn} any more.");
}
