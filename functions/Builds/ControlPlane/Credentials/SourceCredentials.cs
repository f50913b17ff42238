using Sluice.Platform.Access;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.ControlPlane.Credentials;

/// <summary>Keeps what builds sign in to git hosts with. Tokens are sealed for their ARN, and are opened for builds alone.</summary>
public sealed class SourceCredentials
{
    private readonly CredentialStore _store;
    private readonly ISecretBox _box;
    private readonly SuiteAccount _account;

    internal SourceCredentials(CredentialStore store, ISecretBox box, SuiteAccount account) => (_store, _box, _account) = (store, box, account);

    /// <summary>What a build of a source signs in with: what the source itself says, else what was imported for its kind of host; null if there is nothing.</summary>
    /// <param name="source">A source of a project or of a request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<SourceCredential?> FindAsync(ProjectSource source, CancellationToken cancellationToken)
    {
        if (ServerOf(source.Type) is not { } server)
        {
            return null;
        }

        return source.Auth is { Type: SourceAuthType.SECRETS_MANAGER or SourceAuthType.CODECONNECTIONS, Resource: { } resource }
            ? new SourceCredential(UserOf(server), null, resource)
            : await _store.FindAsync(server, cancellationToken) is { } stored ? await OpenAsync(stored, cancellationToken) : null;
    }

    /// <returns>The ARN; null if there is one already, and it is not to be replaced.</returns>
    internal async Task<string?> ImportAsync(ImportSourceCredentialsInput input, CancellationToken cancellationToken)
    {
        var arn = ArnOf(input.ServerType);
        var credential = CredentialRules.IsElsewhere(input.AuthType)
            ? new StoredCredential(input.ServerType, input.AuthType, null, null, input.Token)
            : new StoredCredential(input.ServerType, input.AuthType, input.Username, await _box.SealAsync(input.Token, arn, cancellationToken), null);
        return await _store.PutAsync(credential, input.ShouldOverwrite ?? true, cancellationToken) ? arn : null;
    }

    internal async Task<IReadOnlyList<SourceCredentialsInfo>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await _store.ListAsync(cancellationToken)).Select(stored => new SourceCredentialsInfo { Arn = ArnOf(stored.ServerType), ServerType = stored.ServerType, AuthType = stored.AuthType, Resource = stored.Resource })];

    /// <exception cref="ApiException">There is none.</exception>
    internal async Task DeleteAsync(string arn, CancellationToken cancellationToken)
    {
        if (!await _store.DeleteAsync(BuildArns.Tokens.Required(arn, _account), cancellationToken))
        {
            throw new ApiException(InvalidInput.NotFound, $"There is no credential {arn}.");
        }
    }

    private async Task<SourceCredential> OpenAsync(StoredCredential stored, CancellationToken cancellationToken) => new(
        stored.UserName ?? UserOf(stored.ServerType),
        stored.SealedToken is { } sealedToken ? await _box.OpenAsync(sealedToken, ArnOf(stored.ServerType), cancellationToken) : null,
        stored.Resource);

    private string ArnOf(ServerType server) => BuildArns.Tokens.Of(StoredCredential.NameOf(server), _account);

    /// <summary>What hosts expect as the name of whoever has a token.</summary>
    private static string UserOf(ServerType server) => server switch
    {
        ServerType.BITBUCKET => "x-token-auth",
        ServerType.GITLAB or ServerType.GITLAB_SELF_MANAGED => "oauth2",
        _ => "x-access-token",
    };

    private static ServerType? ServerOf(SourceType source) => Enum.TryParse<ServerType>(source.ToString(), out var server) ? server : null;
}
