using System.Security.Cryptography;
using Sluice.Platform.Ids;

namespace Sluice.Platform.Access;

/// <summary>Issues and revokes keys.</summary>
public sealed class AccessKeys(AccessKeyStore store, ISecretBox box, IIds ids, TimeProvider time)
{
    private const int LongestName = 128;

    /// <summary>What is wrong with a key's name; null if nothing is.</summary>
    public static string? NameFault(string name) =>
        name.Length > LongestName || name.Any(char.IsControl) ? $"A key's name has at most {LongestName} characters, and no control characters." : null;

    /// <summary>Makes a key and stores it with its secret sealed.</summary>
    /// <param name="role">One of <see cref="Roles.All"/>.</param>
    /// <param name="name">Who or what is to hold it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">There is no such role, or the name is too long or has control characters.</exception>
    public async Task<IssuedKey> IssueAsync(string role, string name, CancellationToken cancellationToken = default)
    {
        if (!Roles.All.Contains(role, StringComparer.Ordinal))
        {
            throw new ArgumentException($"'{role}' is no role; expected one of {string.Join(", ", Roles.All)}.", nameof(role));
        }

        if (NameFault(name) is { } fault)
        {
            throw new ArgumentException(fault, nameof(name));
        }

        var (id, secret) = (KeyText.Id(ids), KeyText.Secret(ids));
        var key = new AccessKey(id, name, role, await box.SealAsync(secret, id, cancellationToken), time.GetUtcNow());
        await store.AddAsync(key, cancellationToken);
        return new IssuedKey(key, secret);
    }

    /// <summary>Has the key refused from now on; the key as it then is, or null if there is none.</summary>
    public Task<AccessKey?> RevokeAsync(string accessKeyId, CancellationToken cancellationToken = default) =>
        store.RevokeAsync(accessKeyId, time.GetUtcNow(), cancellationToken);

    /// <summary>Whether this is a good key of this role with this secret.</summary>
    public async Task<bool> IsGoodAsync(string accessKeyId, string secret, string role, CancellationToken cancellationToken = default)
    {
        try
        {
            return await store.FindAsync(accessKeyId, cancellationToken) is { RevokedAt: null } key
                && key.Role == role
                && await box.OpenAsync(key.SealedSecret, accessKeyId, cancellationToken) == secret;
        }
        catch (CryptographicException)
        {
            // Sealed by a box that is gone: nobody can sign with it any more.
            return false;
        }
    }
}
