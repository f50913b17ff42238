using Sluice.Platform.Accounts;
using Sluice.Platform.Access;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Platform.Connections;

/// <summary>Connections and hosts in the table.</summary>
public sealed class ConnectionStore(ITable table, ISecretBox box, SuiteAccount account)
{
    private const string ConnectionPartition = "CONNECTIONS";
    private const string HostPartition = "CONNECTIONHOSTS";
    private readonly SealedSecrets _secrets = new(box);

    /// <summary>The connection that an ARN names, or null.</summary>
    public async Task<StoredConnection?> FindAsync(string arn, CancellationToken cancellationToken) =>
        ConnectionArns.Connection(arn, account) is { } id ? (await table.FindAsync<StoredConnection>(KeyOfConnection(id), cancellationToken))?.Value : null;

    /// <summary>The host that an ARN names, or null.</summary>
    public async Task<StoredHost?> FindHostAsync(string arn, CancellationToken cancellationToken) =>
        ConnectionArns.Host(arn, account) is { } id ? await FindHostByIdAsync(id, cancellationToken) : null;

    /// <summary>The host with an id, or null.</summary>
    public async Task<StoredHost?> FindHostByIdAsync(string id, CancellationToken cancellationToken) => (await table.FindAsync<StoredHost>(KeyOfHost(id), cancellationToken))?.Value;

    /// <summary>A connection's ARN.</summary>
    public string ArnOf(StoredConnection connection) => ConnectionArns.OfConnection(connection.Id, account);

    /// <summary>A page of connections.</summary>
    /// <exception cref="ArgumentException">The token was altered.</exception>
    public async Task<(IReadOnlyList<StoredConnection> Connections, string? NextToken)> ListAsync(string? token, int most, CancellationToken cancellationToken)
    {
        var page = await table.QueryAsync(new Query(ConnectionPartition) { PageToken = token, Limit = most }, cancellationToken);
        return ([.. page.Items.Select(item => item.Read<StoredConnection>())], page.NextToken);
    }

    /// <summary>A page of hosts.</summary>
    /// <exception cref="ArgumentException">The token was altered.</exception>
    public async Task<(IReadOnlyList<StoredHost> Hosts, string? NextToken)> ListHostsAsync(string? token, int most, CancellationToken cancellationToken)
    {
        var page = await table.QueryAsync(new Query(HostPartition) { PageToken = token, Limit = most }, cancellationToken);
        return ([.. page.Items.Select(item => item.Read<StoredHost>())], page.NextToken);
    }

    /// <returns>False if its host is gone, or was never there.</returns>
    public Task<bool> CreateAsync(StoredConnection connection, CancellationToken cancellationToken) => table.TryTransactAsync(
        [PutItem.Of(KeyOfConnection(connection.Id), connection, Condition.Absent), .. connection.HostId is { } host ? [new CheckItem(KeyOfHost(host), Condition.Exists)] : Array.Empty<TableWrite>()], cancellationToken);

    /// <summary>Makes a host.</summary>
    public Task CreateHostAsync(StoredHost host, CancellationToken cancellationToken) => table.PutAsync(PutItem.Of(KeyOfHost(host.Id), host, Condition.Absent), cancellationToken);

    /// <returns>False if there is none.</returns>
    public Task<bool> DeleteAsync(StoredConnection connection, CancellationToken cancellationToken) => table.TryTransactAsync([new DeleteItem(KeyOfConnection(connection.Id), Condition.Exists)], cancellationToken);

    /// <returns>False if there is none.</returns>
    public Task<bool> DeleteHostAsync(StoredHost host, CancellationToken cancellationToken) => table.TryTransactAsync([new DeleteItem(KeyOfHost(host.Id), Condition.Exists)], cancellationToken);

    /// <summary>Whether a connection is by a host.</summary>
    public async Task<bool> IsUsedAsync(StoredHost host, CancellationToken cancellationToken)
    {
        await foreach (var item in table.QueryAllAsync(new Query(ConnectionPartition), cancellationToken))
        {
            if (item.Read<StoredConnection>().HostId == host.Id)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Changes a connection by what it is when the change is written; null if it is gone.</summary>
    public Task<StoredConnection?> ChangeAsync(StoredConnection connection, Func<StoredConnection, StoredConnection> change, CancellationToken cancellationToken) =>
        ChangeAsync(KeyOfConnection(connection.Id), $"The connection {connection.Id}", change, cancellationToken);

    /// <summary>Changes a host by what it is when the change is written; null if it is gone.</summary>
    public Task<StoredHost?> ChangeHostAsync(StoredHost host, Func<StoredHost, StoredHost> change, CancellationToken cancellationToken) =>
        ChangeAsync(KeyOfHost(host.Id), $"The host {host.Id}", change, cancellationToken);

    /// <summary>Has a connection sign in with this from now on; null if it is gone.</summary>
    public async Task<StoredConnection?> PutSecretAsync(StoredConnection connection, ConnectionSecret secret, CancellationToken cancellationToken)
    {
        var parts = await _secrets.SealAsync(secret, ArnOf(connection), cancellationToken);
        return await ChangeAsync(connection, before => before with { SealedSecret = parts, BySsh = secret is SshSecret }, cancellationToken);
    }

    /// <summary>The connection with an id, whose it may be, or null.</summary>
    public async Task<StoredConnection?> FindByIdAsync(string id, CancellationToken cancellationToken) => (await table.FindAsync<StoredConnection>(KeyOfConnection(id), cancellationToken))?.Value;

    /// <summary>Has a connection's host sign deliveries with this from now on; null if it is gone.</summary>
    public async Task<StoredConnection?> PutDeliverySecretAsync(StoredConnection connection, string secret, CancellationToken cancellationToken)
    {
        var sealedSecret = await box.SealAsync(secret, DeliveriesOf(connection), cancellationToken);
        return await ChangeAsync(connection, before => before with { SealedDeliverySecret = sealedSecret }, cancellationToken);
    }

    /// <summary>What a connection's host signs deliveries with; null if it is to deliver nothing.</summary>
    public async Task<string?> DeliverySecretAsync(StoredConnection connection, CancellationToken cancellationToken) =>
        connection.SealedDeliverySecret is { } sealedSecret ? await box.OpenAsync(sealedSecret, DeliveriesOf(connection), cancellationToken) : null;

    /// <summary>Takes the connections away that something made for itself.</summary>
    public async Task DeleteOwnedAsync(string owner, CancellationToken cancellationToken)
    {
        await foreach (var item in table.QueryAllAsync(new Query(ConnectionPartition), cancellationToken))
        {
            if (item.Read<StoredConnection>().Owner == owner)
            {
                await table.DeleteAsync(new DeleteItem(item.Key), cancellationToken);
            }
        }
    }

    /// <summary>What a connection signs in with; null as long as nobody brought it.</summary>
    /// <exception cref="ConnectionUnavailableException">It cannot be opened.</exception>
    internal async Task<ConnectionSecret?> SecretAsync(StoredConnection connection, CancellationToken cancellationToken) =>
        connection.SealedSecret is { } parts ? await _secrets.OpenAsync(parts, ArnOf(connection), cancellationToken) : null;

    private async Task<T?> ChangeAsync<T>(Key key, string what, Func<T, T> change, CancellationToken cancellationToken)
        where T : class => (await Contention.DecideAsync(what, async () =>
        {
            if (await table.FindAsync<T>(key, cancellationToken) is not { } before)
            {
                return new Changed<T>(null);
            }

            var after = change(before.Value);
            return await table.TryTransactAsync([PutItem.Of(key, after, Condition.Rev(before.Rev))], cancellationToken) ? new Changed<T>(after) : null;
        })).Record;

    private string DeliveriesOf(StoredConnection connection) => $"{ArnOf(connection)}#deliveries";

    private static Key KeyOfConnection(string id) => new(ConnectionPartition, id);

    private static Key KeyOfHost(string id) => new(HostPartition, id);

    private sealed record Changed<T>(T? Record);
}
