using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.NuGet.Outside;

/// <summary>Which versions a NuGet registry outside has.</summary>
internal sealed class NuGetOutsideVersions(OutsideVersions versions) : IOutsideVersions
{
    /// <inheritdoc/>
    public PackageFormat Format => PackageFormat.nuget;

    /// <inheritdoc/>
    public async Task<bool> HasAsync(ExternalConnection connection, PackageId id, string version, CancellationToken cancellationToken) => (await versions.ListAsync(connection, id.Name, cancellationToken))?.Contains(version) == true;
}
