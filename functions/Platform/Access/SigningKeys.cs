using System.Collections.Concurrent;
using Sluice.Signing;

namespace Sluice.Platform.Access;

/// <summary>Derived signing keys, kept for as long as their scopes are used: a secret is opened once a day, Region and service.</summary>
internal sealed class SigningKeys(ISecretBox box)
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<(string SealedSecret, string Scope), byte[]> _derived = new();

    public async ValueTask<byte[]> GetAsync(AccessKey key, CredentialScope scope, CancellationToken cancellationToken)
    {
        var id = (key.SealedSecret, scope.Text);
        if (_derived.TryGetValue(id, out var derived))
        {
            return derived;
        }

        if (_derived.Count >= Most)
        {
            _derived.Clear();
        }

        return _derived[id] = SigningKey.Derive(await box.OpenAsync(key.SealedSecret, key.AccessKeyId, cancellationToken), scope);
    }
}
