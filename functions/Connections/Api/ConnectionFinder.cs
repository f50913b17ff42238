using Sluice.Connections.Rules;

namespace Sluice.Connections.Api;

/// <summary>Finds what an ARN names.</summary>
internal sealed class ConnectionFinder(ConnectionStore store)
{
    /// <exception cref="ApiException">There is none.</exception>
    public async Task<StoredConnection> ConnectionAsync(string arn, CancellationToken cancellationToken) =>
        await store.FindAsync(arn, cancellationToken) is { Owner: null } connection ? connection : throw ConnectionErrors.NotFound($"There is no connection {arn}.");

    /// <exception cref="ApiException">There is none.</exception>
    public async Task<StoredHost> HostAsync(string arn, CancellationToken cancellationToken) =>
        await store.FindHostAsync(arn, cancellationToken) ?? throw ConnectionErrors.NotFound($"There is no host {arn}.");
}
