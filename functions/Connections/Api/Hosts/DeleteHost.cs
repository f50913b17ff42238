using Sluice.Connections.Rules;

namespace Sluice.Connections.Api.Hosts;

/// <summary>Deletes a host that no connection is by.</summary>
public sealed class DeleteHost : IOperation<DeleteHostInput, DeleteHostOutput>
{
    private readonly ConnectionStore _store;
    private readonly ConnectionFinder _finder;

    internal DeleteHost(ConnectionStore store, ConnectionFinder finder) => (_store, _finder) = (store, finder);

    /// <inheritdoc/>
    public async Task<DeleteHostOutput> RunAsync(DeleteHostInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var host = await _finder.HostAsync(input.HostArn, cancellationToken);
        if (await _store.IsUsedAsync(host, cancellationToken))
        {
            throw new ApiException(ConnectionErrors.Unavailable, $"The host {input.HostArn} has connections; delete those first.");
        }

        return await _store.DeleteHostAsync(host, cancellationToken) ? new DeleteHostOutput() : throw ConnectionErrors.NotFound($"There is no host {input.HostArn} any more.");
    }
}
