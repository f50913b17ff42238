using System.Globalization;

namespace Sluice.Signing;

/// <summary>
/// How a key signs in to CodeCommit's git: the user name is the key's id (with a session's token behind a '%'), the password a signature of the repository's address, as <c>aws codecommit credential-helper</c> makes it.
/// </summary>
public static class GitSignature
{
    /// <summary>The signing name.</summary>
    public const string Service = "codecommit";

    private const int DateLength = 8;
    private const int TimeLength = 15;

    /// <summary>The password.</summary>
    /// <param name="secret">Of the key.</param>
    /// <param name="region">Where the repository is.</param>
    /// <param name="host">Its host, without a port.</param>
    /// <param name="path">Its path, e.g. <c>/v1/repos/web</c>.</param>
    /// <param name="now">When it is signed; it is good for some minutes.</param>
    public static string Password(string secret, string region, string host, string path, DateTimeOffset now)
    {
        var date = SigningTime.Write(now)[..TimeLength];
        var scope = new CredentialScope("", date[..DateLength], region, Service, CredentialScope.Request);
        return $"{date}Z{Sign(SigningKey.Derive(secret, scope), scope, host, path, date)}";
    }

    /// <summary>What the signature of a password would have to be.</summary>
    /// <param name="key">Derived for the scope.</param>
    /// <param name="scope">Of the password's day.</param>
    /// <param name="host">As it was signed.</param>
    /// <param name="path">As it was signed.</param>
    /// <param name="date">The password's own, without its 'Z'.</param>
    public static string Sign(byte[] key, CredentialScope scope, string host, string path, string date) =>
        SigningKey.Sign(key, date, scope, $"GIT\n{path}\n\nhost:{host}\n\nhost\n");

    /// <summary>The parts of a password: when it was signed, and the signature; null if it is none.</summary>
    public static (string Date, DateTimeOffset Time, string Signature)? Read(string password) =>
        password.Length > TimeLength && password[TimeLength] == 'Z'
        && DateTimeOffset.TryParseExact(password[..TimeLength], "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? (password[..TimeLength], time, password[(TimeLength + 1)..])
            : null;
}
