using Sluice.Packages.Formats.Ruby.Names;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.Ruby.Outside;

/// <summary>Which versions of a gem a registry outside has, for whatever platform.</summary>
internal sealed class RubyOutsideVersions(UpstreamDocuments documents) : IOutsideVersions
{
    /// <inheritdoc/>
    public PackageFormat Format => PackageFormat.ruby;

    /// <inheritdoc/>
    public async Task<bool> HasAsync(ExternalConnection connection, PackageId id, string version, CancellationToken cancellationToken) =>
        GemNumber.Read(version) is { } number
        && await documents.GetAsync(new Uri(connection.Address, $"info/{id.Name}"), accept: null, cancellationToken) is { } document
        && OutsideGem.Read(id.Name, document.Content).Any(line => number == GemNumber.Read(line.File.Version));
}
