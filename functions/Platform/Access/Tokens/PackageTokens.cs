using System.Text;
using Sluice.Platform.Protocol;

namespace Sluice.Platform.Access.Tokens;

/// <summary>Gives tokens out, and says who brings one.</summary>
public sealed class PackageTokens
{
    private const string Again = "Get another one: aws codeartifact get-authorization-token, or login.";
    private readonly TokenKey _key;
    private readonly AccessKeyStore _keys;
    private readonly TimeProvider _time;

    internal PackageTokens(TokenKey key, AccessKeyStore keys, TimeProvider time) => (_key, _keys, _time) = (key, keys, time);

    /// <summary>A token of a domain for who holds a key, and when it ends.</summary>
    public Task<(string Token, DateTimeOffset Expires)> IssueAsync(string domain, string accessKeyId, TimeSpan length, CancellationToken cancellationToken) => IssueAsync(domain, accessKeyId, length, asOf: null, cancellationToken);

    /// <summary>A token of a domain for who holds a key, who is given versions as of a time, and when it ends.</summary>
    public Task<(string Token, DateTimeOffset Expires)> IssueAsync(string domain, string accessKeyId, TimeSpan length, DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        SignAsync(new PackageToken(domain, EndOf(length)) { AccessKeyId = accessKeyId, AsOf = asOf?.ToUnixTimeSeconds() }, cancellationToken);

    /// <summary>A token of a domain for a build, and when it ends.</summary>
    /// <param name="domain">Which domain.</param>
    /// <param name="build">The build's id, <c>project:uuid</c>: by it is known who published.</param>
    /// <param name="length">No longer than the build can take: nothing else ends it.</param>
    /// <param name="asOf">As of which time it is given versions; null for whatever time it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<(string Token, DateTimeOffset Expires)> IssueForBuildAsync(string domain, string build, TimeSpan length, DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        SignAsync(new PackageToken(domain, EndOf(length)) { Build = build, AsOf = asOf?.ToUnixTimeSeconds() }, cancellationToken);

    /// <summary>Who was given the token, the holder of the key that asked for it or a build, and as of which time it resolves.</summary>
    /// <param name="authorization">The header: Bearer with the token, Basic with any user and the token as password, or the token as it is, which is how cargo and gem send theirs.</param>
    /// <param name="domain">Whose repository is asked for; null where none is, and a token of any domain is good.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TokenRefusedException">There is no token, or it is not good here or any more.</exception>
    public async Task<(Caller Caller, DateTimeOffset? AsOf)> CallerAsync(string? authorization, string? domain, CancellationToken cancellationToken)
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

        return (await HolderAsync(token, cancellationToken), token.AsOf is { } asOf ? DateTimeOffset.FromUnixTimeSeconds(asOf) : null);
    }

    private async Task<Caller> HolderAsync(PackageToken token, CancellationToken cancellationToken)
    {
        if (token.Build is { } build)
        {
            return new Caller(build, Roles.Builder) { Name = build };
        }

        return token.AccessKeyId is { } id && await _keys.FindAsync(id, cancellationToken) is { RevokedAt: null } key
            ? new Caller(key.AccessKeyId, key.Role) { Name = key.Name.Length > 0 ? key.Name : key.AccessKeyId }
            : throw new TokenRefusedException("The key that asked for the authorization token was revoked.");
    }

    private long EndOf(TimeSpan length) => (_time.GetUtcNow() + length).ToUnixTimeSeconds();

    private async Task<(string Token, DateTimeOffset Expires)> SignAsync(PackageToken token, CancellationToken cancellationToken) =>
        (token.Signed(await _key.GetAsync(cancellationToken)), DateTimeOffset.FromUnixTimeSeconds(token.Expires));

    private static string? Presented(string? authorization) => authorization?.Split(' ', 2, StringSplitOptions.TrimEntries) switch
    {
        [var scheme, var token] when scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) => token,
        [var scheme, var pair] when scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) => Password(pair),
        [{ Length: > 0 } token] => token,
        _ => null,
    };

    private static string? Password(string pair)
    {
        var bytes = new byte[pair.Length];
        return Convert.TryFromBase64String(pair, bytes, out var length) && Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [_, { Length: > 0 } password] ? password : null;
    }
}
