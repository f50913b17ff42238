namespace Sluice.Platform.Connections;

/// <summary>Opens the connections of the table.</summary>
internal sealed class TableConnections(ConnectionStore store, InstallationTokens tokens) : IConnections
{
    public async Task<OpenedConnection> OpenAsync(string arn, CancellationToken cancellationToken = default)
    {
        var connection = await GetAsync(arn, cancellationToken);
        var secret = await store.SecretAsync(connection, cancellationToken)
            ?? throw new ConnectionUnavailableException($"The connection {arn} is PENDING: nobody brought what it signs in with ('sluice connect {connection.Name}').");
        var endpoint = await EndpointAsync(connection, arn, cancellationToken);
        return new OpenedConnection(connection.Provider, endpoint, await SignInAsync(connection, endpoint, secret, cancellationToken));
    }

    public async Task<string> RepositoryUrlAsync(string arn, string fullRepositoryId, CancellationToken cancellationToken = default)
    {
        var connection = await GetAsync(arn, cancellationToken);
        var endpoint = await EndpointAsync(connection, arn, cancellationToken);
        return GitRepositories.IdFault(connection.Provider, fullRepositoryId) is { } fault
            ? throw new ConnectionUnavailableException($"FullRepositoryId: {fault}.")
            : GitRepositories.UrlOf(connection.Provider, endpoint, fullRepositoryId, connection.BySsh);
    }

    private async Task<StoredConnection> GetAsync(string arn, CancellationToken cancellationToken) =>
        await store.FindAsync(arn, cancellationToken) ?? throw new ConnectionUnavailableException($"There is no connection {arn}.");

    private async Task<Uri> EndpointAsync(StoredConnection connection, string arn, CancellationToken cancellationToken) => connection.HostId is not { } id
        ? GitProviders.Endpoint(connection.Provider) ?? throw new ConnectionUnavailableException($"The connection {arn} has no host.")
        : await store.FindHostByIdAsync(id, cancellationToken) is { } host ? new Uri(host.Endpoint) : throw new ConnectionUnavailableException($"The host of the connection {arn} is deleted.");

    private async Task<GitSignIn> SignInAsync(StoredConnection connection, Uri endpoint, ConnectionSecret secret, CancellationToken cancellationToken) => secret switch
    {
        TokenSecret token => new TokenSignIn(token.UserName ?? GitProviders.UserOfToken(connection.Provider), token.Token),
        AppSecret app => new TokenSignIn(GitProviders.UserOfToken(connection.Provider), await tokens.GetAsync(GitProviders.Api(connection.Provider, endpoint), app, cancellationToken)),
        SshSecret ssh => new SshSignIn(ssh.PrivateKey, ssh.KnownHosts),
        _ => throw new InvalidOperationException($"Nothing signs in with {secret.GetType().Name}."),
    };
}
