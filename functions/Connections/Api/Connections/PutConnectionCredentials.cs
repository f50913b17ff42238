using Sluice.Connections.Rules;
using Sluice.Platform.Accounts;
using Sluice.Platform.Api;

namespace Sluice.Connections.Api.Connections;

/// <summary>Brings what a connection signs in with, in place of what was there: a token, a GitHub App's key, or an SSH key. Ours: the original has a person do it in its console.</summary>
public sealed class PutConnectionCredentials : IOperation<PutConnectionCredentialsInput, PutConnectionCredentialsOutput>
{
    private readonly ConnectionStore _store;
    private readonly ConnectionFinder _finder;
    private readonly SuiteAccount _account;

    internal PutConnectionCredentials(ConnectionStore store, ConnectionFinder finder, SuiteAccount account) => (_store, _finder, _account) = (store, finder, account);

    /// <inheritdoc/>
    public async Task<PutConnectionCredentialsOutput> RunAsync(PutConnectionCredentialsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var connection = await _finder.ConnectionAsync(input.ConnectionArn, cancellationToken);
        var secret = Read(input);
        var faults = new RequestFaults();
        faults.Add(CommonErrors.Validation, SecretRules.Faults(secret, connection.Provider, await HostNameAsync(connection, cancellationToken)));
        faults.Throw();
        return await _store.PutSecretAsync(connection, secret, cancellationToken) is { } after
            ? new PutConnectionCredentialsOutput { Connection = Answers.Of(after, _account, context) }
            : throw ConnectionErrors.NotFound($"There is no connection {input.ConnectionArn} any more.");
    }

    /// <exception cref="ApiException">It is not one of the three.</exception>
    private static ConnectionSecret Read(PutConnectionCredentialsInput input) => input switch
    {
        { Token: { } token, AppId: null, InstallationId: null, PrivateKey: null, SshPrivateKey: null, KnownHosts: null } => new TokenSecret(input.UserName, token),
        { AppId: { } app, InstallationId: { } installation, PrivateKey: { } key, Token: null, UserName: null, SshPrivateKey: null, KnownHosts: null } => new AppSecret(app, installation, key),
        { SshPrivateKey: { } key, Token: null, UserName: null, AppId: null, InstallationId: null, PrivateKey: null } => new SshSecret(key, input.KnownHosts ?? ""),
        _ => throw new ApiException(CommonErrors.Validation, "Expected one of three: Token, and UserName where the host wants one; AppId, InstallationId and PrivateKey; or SshPrivateKey, and KnownHosts unless the host's keys are known here."),
    };

    private async Task<string> HostNameAsync(StoredConnection connection, CancellationToken cancellationToken)
    {
        var host = connection.HostId is { } id ? await _store.FindHostByIdAsync(id, cancellationToken) : null;
        return (host is null ? GitProviders.Endpoint(connection.Provider) : new Uri(host.Endpoint))?.Host ?? "the host";
    }
}
