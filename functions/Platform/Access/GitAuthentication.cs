using System.Security.Cryptography;
using System.Text;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;
using Sluice.Signing;

namespace Sluice.Platform.Access;

/// <summary>Says whose key signs in to git by a user name and a password: the key's id, and either its secret or a signature as <c>aws codecommit credential-helper</c> makes it.</summary>
public sealed class GitAuthentication(AccessKeyStore store, ISecretBox box, SuiteAccount account, TimeProvider time)
{
    private static readonly TimeSpan Good = TimeSpan.FromMinutes(15);
    private readonly SigningKeys _keys = new(box);

    /// <summary>The holder of the key; null if it is none of ours, revoked, or the password is not its own.</summary>
    /// <param name="authorization">The header of Basic authentication.</param>
    /// <param name="host">Where it was sent, without a port.</param>
    /// <param name="path">The repository's, e.g. <c>/v1/repos/web</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Caller?> AuthenticateAsync(string? authorization, string host, string path, CancellationToken cancellationToken)
    {
        if (Parts(authorization) is not (var user, var password) || await store.FindAsync(user, cancellationToken) is not { RevokedAt: null } key)
        {
            return null;
        }

        var isGood = GitSignature.Read(password) is { } signed
            ? await HoldsAsync(key, signed.Date, signed.Time, signed.Signature, host, path, cancellationToken)
            : await IsSecretAsync(key, password, cancellationToken);
        return isGood ? new Caller(key.AccessKeyId, key.Role) : null;
    }

    private async Task<bool> HoldsAsync(AccessKey key, string date, DateTimeOffset signed, string signature, string host, string path, CancellationToken cancellationToken)
    {
        const int DateLength = 8;
        var scope = new CredentialScope(key.AccessKeyId, date[..DateLength], account.Region, GitSignature.Service, CredentialScope.Request);
        return (time.GetUtcNow() - signed).Duration() <= Good && IsSame(GitSignature.Sign(await _keys.GetAsync(key, scope, cancellationToken), scope, host, path, date), signature);
    }

    private async Task<bool> IsSecretAsync(AccessKey key, string password, CancellationToken cancellationToken)
    {
        try
        {
            return IsSame(await box.OpenAsync(key.SealedSecret, key.AccessKeyId, cancellationToken), password);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static (string User, string Password)? Parts(string? authorization)
    {
        const string Prefix = "Basic ";
        if (authorization is null || !authorization.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var bytes = new byte[authorization.Length];
        return Convert.TryFromBase64String(authorization[Prefix.Length..].Trim(), bytes, out var count) && Encoding.UTF8.GetString(bytes, 0, count).Split(':', 2) is [var user, var password] ? (user, password) : null;
    }

    private static bool IsSame(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
