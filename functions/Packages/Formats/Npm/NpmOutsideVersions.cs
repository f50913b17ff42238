using System.Text.Json.Nodes;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.Npm;

/// <summary>Which versions npm's registry outside has.</summary>
internal sealed class NpmOutsideVersions(UpstreamDocuments documents) : IOutsideVersions
{
    /// <inheritdoc/>
    public PackageFormat Format => PackageFormat.npm;

    /// <inheritdoc/>
    public async Task<bool> HasAsync(ExternalConnection connection, PackageId id, string version, CancellationToken cancellationToken) =>
        await documents.GetAsync(new Uri(connection.Address, new NpmName(id.Namespace, id.Name).Encoded), NpmUpstream.Brief, cancellationToken) is { } document
        && (NpmUpstream.Parse(document)["versions"] as JsonObject)?.ContainsKey(version) == true;
}
