using Sluice.Packages.Formats.Cargo.Names;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.Cargo.Outside;

/// <summary>Which versions of a crate a registry outside has, however it writes the hyphens of its name.</summary>
internal sealed class CargoOutsideVersions(UpstreamDocuments documents) : IOutsideVersions
{
    /// <inheritdoc/>
    public PackageFormat Format => PackageFormat.cargo;

    /// <inheritdoc/>
    public async Task<bool> HasAsync(ExternalConnection connection, PackageId id, string version, CancellationToken cancellationToken)
    {
        foreach (var name in new[] { id.Name, id.Name.Replace('-', '_') }.Distinct())
        {
            if (await documents.GetAsync(new Uri(connection.Address, CrateName.IndexPath(name)), accept: null, cancellationToken) is { } document
                && OutsideIndex.Read(document.Content).Any(line => CrateName.In(id.Home, line.Name) == id && CrateVersion.Plain(line.Version) == CrateVersion.Plain(version)))
            {
                return true;
            }
        }

        return false;
    }
}
