using System.Text;
using Sluice.Platform.Access;

namespace Sluice.Pipelines.Tests.Fakes;

/// <summary>Seals by nothing that would stop anybody, but not so that the secret stands there.</summary>
internal sealed class PlainBox : ISecretBox
{
    public Task<string> SealAsync(string secret, string owner, CancellationToken cancellationToken = default) => Task.FromResult(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{owner}\n{secret}")));

    public Task<string> OpenAsync(string sealedSecret, string owner, CancellationToken cancellationToken = default) => Task.FromResult(Encoding.UTF8.GetString(Convert.FromBase64String(sealedSecret))[(owner.Length + 1)..]);
}
