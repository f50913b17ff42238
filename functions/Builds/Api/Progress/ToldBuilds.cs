using System.Security.Cryptography;
using System.Text;
using Sluice.Builds.ControlPlane;
using Sluice.Builds.Records;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Progress;

/// <summary>Finds the build whose program calls. It proves that it is the build's by the build's own secret, since it holds the keys of the role that it runs with, which are none of ours.</summary>
public sealed class ToldBuilds
{
    private readonly BuildStore _store;

    internal ToldBuilds(BuildStore store)
    {
        _store = store;
    }

    /// <exception cref="ApiException"><c>ResourceNotFoundException</c>: there is no such build, or the secret is not its own; which of the two is not told.</exception>
    internal async Task<BuildRecord> GetAsync(string id, string secret, CancellationToken cancellationToken)
    {
        var known = BuildIds.In(id) is { } buildId ? await _store.FindAsync(buildId, cancellationToken) : null;
        return known is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(known.ProgressSecret), Encoding.UTF8.GetBytes(secret))
            ? known
            : throw new ApiException(InvalidInput.NotFound, $"There is no build '{id}' with this secret.");
    }
}
