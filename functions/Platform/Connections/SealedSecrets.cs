using System.Security.Cryptography;
using System.Text.Json;
using Sluice.Platform.Access;
using Sluice.Platform.Json;

namespace Sluice.Platform.Connections;

/// <summary>Seals what connections sign in with. KMS takes four kilobytes at a time, and a key with its hosts is longer.</summary>
internal sealed class SealedSecrets(ISecretBox box)
{
    private const int PartLength = 1000;

    /// <param name="secret">What is sealed.</param>
    /// <param name="owner">The connection's ARN.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<string>> SealAsync(ConnectionSecret secret, string owner, CancellationToken cancellationToken)
    {
        var parts = JsonSerializer.Serialize(secret, SluiceJson.Options).Chunk(PartLength).Select(part => new string(part)).ToList();
        return await Task.WhenAll(parts.Select((part, index) => box.SealAsync(part, PartOf(owner, index, parts.Count), cancellationToken)));
    }

    /// <exception cref="ConnectionUnavailableException">It was sealed by another key, or changed since.</exception>
    public async Task<ConnectionSecret> OpenAsync(IReadOnlyList<string> parts, string owner, CancellationToken cancellationToken)
    {
        try
        {
            var opened = await Task.WhenAll(parts.Select((part, index) => box.OpenAsync(part, PartOf(owner, index, parts.Count), cancellationToken)));
            return JsonSerializer.Deserialize<ConnectionSecret>(string.Concat(opened), SluiceJson.Options)!;
        }
        catch (CryptographicException e)
        {
            throw new ConnectionUnavailableException($"What the connection {owner} signs in with cannot be opened: {e.Message}", e);
        }
    }

    /// <summary>So that no part can be taken for another.</summary>
    private static string PartOf(string owner, int index, int count) => $"{owner}#{index + 1}/{count}";
}
