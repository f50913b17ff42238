using Microsoft.Extensions.Logging;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Publishing;

/// <summary>Refuses to publish what a registry outside has that the repository reaches: who asks for it could not know which of the two it is. A package that takes nothing from upstream, as all that were first published here, has no such registry.</summary>
internal sealed class OutsideConflicts(VersionFinder finder, UpstreamSettings settings, IEnumerable<IOutsideVersions> formats, ILogger<OutsideConflicts> logger)
{
    /// <exception cref="ApiException">It is there.</exception>
    public async Task CheckAsync(PackageId id, string version, CancellationToken cancellationToken)
    {
        if (formats.FirstOrDefault(format => format.Format == id.Format) is not { } outside)
        {
            return;
        }

        foreach (var place in (await finder.PlacesAsync(id, cancellationToken)).Where(place => place.Package?.Upstream is not AllowUpstream.BLOCK))
        {
            if (settings.Find(place.Repository.ExternalConnection) is { } connection && connection.Format == id.Format && await HasAsync(outside, connection, id, version, cancellationToken))
            {
                throw PackageErrors.Conflict($"The version {version} of the {id} is in {connection.Name}, which '{id.Repository}' reaches: it cannot be published there. Publish it to a repository that does not, and copy it.");
            }
        }
    }

    /// <summary>An outage of others is no reason to publish nothing.</summary>
    private async Task<bool> HasAsync(IOutsideVersions outside, ExternalConnection connection, PackageId id, string version, CancellationToken cancellationToken)
    {
        try
        {
            return await outside.HasAsync(connection, id, version, cancellationToken);
        }
        catch (UpstreamException e)
        {
            logger.LogWarning("It is not known whether {Connection} has the version {Version} of {Package}: {Reason}", connection.Name, version, id, e.Message);
            return false;
        }
    }
}
