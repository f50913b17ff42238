using System.Text;
using Sluice.Platform.Access;

namespace Sluice.Packages.Tokens;

/// <summary>Gives tokens out, and says who brings one.</summary>
public sealed class PackageTokens
{
    private const string Again = "Get another one: aws codeartifact get-authorization-token, or login.";
    private readonly TokenKey _key;
    private readonly AccessKeyStore _keys;
    private readonly TimeProvider _time;

    internal PackageTokens(TokenKey key, AccessKeyStore keys, TimeProvider time) => (_key, _keys, _time) = (key, keys, time);

    /// <summary>A token for a domain, and when it ends.</summary>
    public async Task<(string Token, DateTimeOffset Expires)> IssueAsync(string domain, string accessKeyId, TimeSpan length, CancellationToken cancellationToken)
    {
        var expires = DateTimeOffset.FromUnixTimeSeconds((_time.GetUtcNow() + length).ToUnixTimeSeconds());
        return (new PackageToken(domain, accessKeyId, expires.ToUnixTimeSeconds()).Signed(await _key.GetAsync(cancellationToken)), expires);
    }

    /// <summary>The holder of the key that asked for the token.</summary>
    /// <param name="authorization">The header: Bearer with the token, or Basic with any user and the token as password.</param>
    /// <param name="domain">Whose repository is asked for; null where none is, and a token of any domain is good.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TokenRefusedException">There is no token, or it is not good here or any more.</exception>
    public async Task<Caller> CallerAsync(string? authorization, string? domain, CancellationToken cancellationToken)
    {
        var text = Presented(authorization) ?? throw new TokenRefusedException($"An authorization token of {(domain is null ? "a domain" : $"the domain '{domain}'")} is expected, as Bearer or as the password of Basic authentication. {Again}");
        var token = PackageToken.Read(text, await _key.GetAsync(cancellationToken)) ?? throw new TokenRefusedException($"This is no authorization token of this suite. {Again}");
        if (domain is not null && token.Domain != domain)
        {
            throw new TokenRefusedException($"The authorization token is for the domain '{token.Domain}', not for '{domain}'.");
        }

        if (_time.GetUtcNow().ToUnixTimeSeconds() >= token.Expires)
        {
            throw new TokenRefusedException($"The authorization token expired at {DateTimeOffset.FromUnixTimeSeconds(token.Expires):yyyy-MM-dd'T'HH:mm:ss'Z'}. {Again}");
        }

        return await _keys.FindAsync(token.AccessKeyId, cancellationToken) is { RevokedAt: null } key
            ? new Caller(key.AccessKeyId, key.Role) { Name = key.Name.Length > 0 ? key.Name : key.AccessKeyId }
            : throw new TokenRefusedException("The key that asked for the authorization token was revoked.");
    }

    private static string? Presented(string? authorization) => authorization?.Split(' ', 2, StringSplitOptions.TrimEntries) switch
    {
        [var scheme, var token] when scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) => token,
        [var scheme, var pair] when scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) => Password(pair),
        _ => null,
    };

    private static string? Password(string pair)
    {
        var bytes = new byte[pair.Length];
        return Convert.TryFromBase64String(pair, bytes, out var length) && Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [_, { Length: > 0 } password] ? password : null;
    }
}
