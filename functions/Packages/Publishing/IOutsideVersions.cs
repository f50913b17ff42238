using Sluice.Packages.Model;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Publishing;

/// <summary>Says which versions a format's registries outside have, for who publishes. Registered by its format; without one nobody is asked.</summary>
internal interface IOutsideVersions
{
    /// <summary>Which format.</summary>
    PackageFormat Format { get; }

    /// <summary>Whether the registry has the version.</summary>
    /// <exception cref="UpstreamException">It cannot be asked.</exception>
    Task<bool> HasAsync(ExternalConnection connection, PackageId id, string version, CancellationToken cancellationToken);
}
