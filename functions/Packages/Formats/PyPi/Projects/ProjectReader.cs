using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Sluice.Packages.Formats.PyPi.Pages;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.PyPi.Projects;

/// <summary>Reads a project: what a repository and its upstreams keep, and what the registries outside list.</summary>
internal sealed class ProjectReader(VersionFinder finder, AssetFinder assets, PackageStore packages, UpstreamSettings settings, UpstreamDocuments documents, ILogger<ProjectReader> logger)
{
    private const int MostParsed = 200;

    /// <summary>Pages that were read, by what they are: a document never changes.</summary>
    private readonly ConcurrentDictionary<string, IReadOnlyList<OutsideFile>> _parsed = new(StringComparer.Ordinal);

    /// <summary>The files by their names; null if there is no such project anywhere.</summary>
    /// <exception cref="ApiException">There is no such repository.</exception>
    /// <exception cref="UpstreamException">A registry outside does not answer, and nothing is kept.</exception>
    public async Task<IReadOnlyDictionary<string, ListedFile>?> ReadAsync(PackageId id, CancellationToken cancellationToken)
    {
        var (list, places) = (new FileList(), await finder.PlacesAsync(id, cancellationToken));
        foreach (var place in places.Where(place => place.Package is not null))
        {
            foreach (var version in await packages.VersionsAsync(place.Id, cancellationToken))
            {
                list.Add(new FoundVersion(place.Id, version));
            }
        }

        var isOutside = false;
        foreach (var place in places.Where(place => place.Package?.Upstream is not AllowUpstream.BLOCK))
        {
            isOutside |= await AddOutsideAsync(list, place, cancellationToken);
        }

        return isOutside || places.Any(place => place.Package is not null) ? list.Files : null;
    }

    /// <summary>The version that has a file, as far as it is kept; null if it is not.</summary>
    public async Task<FoundVersion?> FindKeptAsync(PackageId id, string version, string file, CancellationToken cancellationToken) =>
        (await assets.FindAsync(await finder.PlacesAsync(id, cancellationToken), version, file, cancellationToken)).Kept;

    /// <summary>The connections by which the project can be taken, and where they lead.</summary>
    public async Task<IReadOnlyList<ExternalConnection>> ConnectionsAsync(PackageId id, CancellationToken cancellationToken) =>
        [.. (await finder.PlacesAsync(id, cancellationToken)).Where(place => place.Package?.Upstream is not AllowUpstream.BLOCK).Select(ConnectionOf).OfType<ExternalConnection>()];

    private async Task<bool> AddOutsideAsync(FileList list, PackagePlace place, CancellationToken cancellationToken)
    {
        if (ConnectionOf(place) is not { } connection)
        {
            return false;
        }

        try
        {
            var files = await PageAsync(connection, place.Id.Name, cancellationToken);
            foreach (var file in files ?? [])
            {
                list.Add(new OutsidePlace(place.Id, connection.Name, file));
            }

            return files is not null;
        }
        catch (UpstreamException e) when (list.Files.Count > 0)
        {
            logger.LogWarning("Only what is kept of {Package} is listed: {Reason}", place.Id, e.Message);
            return true;
        }
    }

    private async Task<IReadOnlyList<OutsideFile>?> PageAsync(ExternalConnection connection, string project, CancellationToken cancellationToken)
    {
        var address = new Uri(connection.Address, $"simple/{project}/");
        if (await documents.GetAsync(address, OutsidePage.Accept, cancellationToken) is not { } page)
        {
            return null;
        }

        var key = $"{address} {page.Sha256}";
        if (_parsed.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_parsed.Count >= MostParsed)
        {
            _parsed.Clear();
        }

        try
        {
            return _parsed[key] = OutsidePage.Read(page.Content, page.ContentType, address, project);
        }
        catch (InvalidDataException e)
        {
            throw new UpstreamException($"The page of '{project}' at {UpstreamClient.Told(address)} {e.Message}.");
        }
    }

    private ExternalConnection? ConnectionOf(PackagePlace place) => settings.Find(place.Repository.ExternalConnection) is { Format: PackageFormat.pypi } connection ? connection : null;
}
