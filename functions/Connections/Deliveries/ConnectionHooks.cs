using Sluice.Connections.Rules;
using Sluice.Platform.Ids;

namespace Sluice.Connections.Deliveries;

/// <summary>Tells git hosts where to deliver to, by what the connection signs in with.</summary>
internal sealed class ConnectionHooks(ConnectionStore store, IConnections connections, GitHostApi hosts, IIds ids)
{
    /// <summary>Has the connection's host sign deliveries with a new secret, which is told here alone.</summary>
    /// <exception cref="ApiException">The connection is gone, or its host signs nothing.</exception>
    public async Task<string> NewSecretAsync(StoredConnection connection, string arn, CancellationToken cancellationToken)
    {
        Check(connection);
        var secret = ids.Secret();
        return await store.PutDeliverySecretAsync(connection, secret, cancellationToken) is null ? throw Gone(arn) : secret;
    }

    /// <summary>Has the host deliver what happens in a repository. One that does already is told anew, by the secret as it is now.</summary>
    /// <exception cref="ApiException">The connection cannot sign in, or the host does not take it.</exception>
    public async Task RegisterAsync(StoredConnection connection, string arn, string repository, string url, CancellationToken cancellationToken)
    {
        Check(connection);
        CheckRepository(connection, repository);
        await AskAsync(arn, repository, async at =>
        {
            var secret = await store.DeliverySecretAsync(connection, cancellationToken) ?? await NewSecretAsync(connection, arn, cancellationToken);
            await RemoveAsync(connection, at, cancellationToken);
            var id = await hosts.AddHookAsync(at, url, secret, cancellationToken);
            await KeepAsync(connection, arn, hooks => hooks[repository] = id, cancellationToken);
        }, cancellationToken);
    }

    /// <summary>Has the host deliver no more of a repository.</summary>
    /// <exception cref="ApiException">The connection cannot sign in, or the host does not let it go.</exception>
    public async Task DeregisterAsync(StoredConnection connection, string arn, string repository, CancellationToken cancellationToken)
    {
        CheckRepository(connection, repository);
        await AskAsync(arn, repository, async at =>
        {
            await RemoveAsync(connection, at, cancellationToken);
            await KeepAsync(connection, arn, hooks => hooks.Remove(repository), cancellationToken);
        }, cancellationToken);
    }

    private static void Check(StoredConnection connection)
    {
        if (!DeliverySignatures.Has(connection.Provider))
        {
            throw new ApiException(ConnectionErrors.Unsupported, $"{connection.Provider} signs no deliveries; its repositories are polled.");
        }
    }

    private static void CheckRepository(StoredConnection connection, string repository)
    {
        if (GitRepositories.IdFault(connection.Provider, repository) is { } fault)
        {
            throw new ApiException(CommonErrors.Validation, $"FullRepositoryId: {fault}");
        }
    }

    private async Task AskAsync(string arn, string repository, Func<GitHostRepository, Task> ask, CancellationToken cancellationToken)
    {
        try
        {
            await ask((await connections.OpenAsync(arn, cancellationToken)).Repository(arn, repository));
        }
        catch (Exception e) when (e is ConnectionUnavailableException or GitHostRefusedException)
        {
            throw new ApiException(ConnectionErrors.Unavailable, e.Message);
        }
    }

    private async Task RemoveAsync(StoredConnection connection, GitHostRepository at, CancellationToken cancellationToken)
    {
        if (connection.Hooks.TryGetValue(at.FullName, out var id))
        {
            await hosts.RemoveHookAsync(at, id, cancellationToken);
        }
    }

    private async Task KeepAsync(StoredConnection connection, string arn, Action<Dictionary<string, string>> change, CancellationToken cancellationToken)
    {
        var kept = await store.ChangeAsync(connection, before =>
        {
            var hooks = new Dictionary<string, string>(before.Hooks, StringComparer.Ordinal);
            change(hooks);
            return before with { Hooks = hooks };
        }, cancellationToken);
        _ = kept ?? throw Gone(arn);
    }

    private static ApiException Gone(string arn) => ConnectionErrors.NotFound($"There is no connection {arn} any more.");
}
