using System.Security.Cryptography;
using System.Text;
using Sluice.Platform.Access;

namespace Sluice.Builds.Tests.World;

/// <summary>Seals by telling whose a secret is, in a form in which it is not seen.</summary>
internal sealed class OpenBox : ISecretBox
{
    public Task<string> SealAsync(string secret, string owner, CancellationToken cancellationToken = default) =>
        Task.FromResult(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{owner}\n{secret}")));

    public Task<string> OpenAsync(string sealedSecret, string owner, CancellationToken cancellationToken = default) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(sealedSecret)).Split('\n', 2) is [var sealedFor, var secret] && sealedFor == owner
            ? Task.FromResult(secret)
            : throw new CryptographicException($"The secret is not {owner}'s.");
}
