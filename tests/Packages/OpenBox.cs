using System.Security.Cryptography;
using Sluice.Platform.Access;

namespace Sluice.Packages.Tests;

/// <summary>Seals by nothing that would stop anybody, but not so that the secret stands there, and for its owner alone.</summary>
internal sealed class OpenBox : ISecretBox
{
    public Task<string> SealAsync(string secret, string owner, CancellationToken cancellationToken = default) => Task.FromResult($"{Turned(secret)}|{owner}");

    public Task<string> OpenAsync(string sealedSecret, string owner, CancellationToken cancellationToken = default) =>
        sealedSecret.EndsWith($"|{owner}", StringComparison.Ordinal) ? Task.FromResult(Turned(sealedSecret[..^(owner.Length + 1)])) : throw new CryptographicException("It is sealed for another.");

    private static string Turned(string text) => new([.. text.Reverse()]);
}
