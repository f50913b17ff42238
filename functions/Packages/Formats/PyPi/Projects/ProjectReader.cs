using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Sluice.Packages.Formats.PyPi.Pages;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.PyPi.Projects;

/// <summary>Reads a project: what a repository and its upstreams keep, and what the registries outside list.</summary>
internal sealed class ProjectReader(VersionFinder finder, AssetFinder assets, PackageStore packages, UpstreamSettings settings, UpstreamDocuments documents, OutsideGate gate, ILogger<ProjectReader> logger)
{
    private const int MostParsed = 50;

    /// <summary>Pages that were read, by what they are: a document never changes.</summary>
    private readonly ConcurrentDictionary<string, IReadOnlyList<OutsideFile>> _parsed = new(StringComparer.Ordinal);

    /// <summary>The files by their names; null if there is no such project anywhere.</summary>
    /// <exception cref="ApiException">There is no such repository.</exception>
    /// <exception cref="UpstreamException">A registry outside does not answer, and nothing is kept.</exception>
    public async Task<IReadOnlyDictionary<string, ListedFile>?> ReadAsync(PackageId id, CancellationToken cancellationToken) => await ReadAsync(await LookAsync(id, cancellationToken), cancellationToken);

    /// <summary>Looks where the project is. That is quick, and tells whether what was made of it is still good.</summary>
    /// <exception cref="ApiException">There is no such repository.</exception>
    public async Task<ProjectSources> LookAsync(PackageId id, CancellationToken cancellationToken)
    {
        var (places, outside) = (await finder.PlacesAsync(id, cancellationToken), new List<OutsideSource>());
        UpstreamException? fault = null;
        foreach (var place in places.Where(place => place.Package?.Upstream is not AllowUpstream.BLOCK))
        {
            try
            {
                if (ConnectionOf(place) is { } connection && new Uri(connection.Address, $"simple/{id.Name}/") is var address && await documents.GetAsync(address, OutsidePage.Accept, cancellationToken) is { } page)
                {
                    outside.Add(new OutsideSource(place, connection, address, page));
                }
            }
            catch (UpstreamException e)
            {
                logger.LogWarning("Only what is kept of {Package} is listed: {Reason}", place.Id, e.Message);
                fault = e;
            }
        }

        return new ProjectSources(places, outside, fault);
    }

    /// <summary>The same of what was found.</summary>
    /// <exception cref="UpstreamException">A registry outside does not answer, and nothing is kept.</exception>
    public async Task<IReadOnlyDictionary<string, ListedFile>?> ReadAsync(ProjectSources sources, CancellationToken cancellationToken)
    {
        var (list, fault) = (new FileList(), sources.Fault);
        foreach (var place in sources.Places.Where(place => place.Package is not null))
        {
            foreach (var version in await packages.VersionsAsync(place.Id, cancellationToken))
            {
                list.Add(place, version);
            }
        }

        foreach (var source in sources.Outside)
        {
            try
            {
                var files = Parsed(source);
                var withheld = await gate.WithheldAsync(source.Place, [.. files.Select(Listed)], cancellationToken);
                foreach (var file in files.Where(file => !withheld.Contains(file.File.Name)))
                {
                    list.Add(new OutsidePlace(source.Place.Id, source.Connection.Name, file));
                }
            }
            catch (InvalidDataException e)
            {
                fault = new UpstreamException($"The page of '{source.Place.Id.Name}' at {UpstreamClient.Told(source.Address)} {e.Message}.");
            }
        }

        return fault is not null && list.Files.Count == 0 ? throw fault : sources.IsThere ? list.Files : null;
    }

    /// <summary>Refuses a file that a registry outside lists, and rules do not let in.</summary>
    /// <exception cref="ApiException">It is not given.</exception>
    public async Task DemandAsync(PackageId id, string version, string name, CancellationToken cancellationToken)
    {
        foreach (var source in (await LookAsync(id, cancellationToken)).Outside.Where(source => !source.Place.Gate.IsOpen))
        {
            if (Parsed(source).FirstOrDefault(file => file.File.Name == name && file.File.Version == version) is { } file)
            {
                await gate.DemandAsync(source.Place, Listed(file), cancellationToken);
            }
        }
    }

    private static OutsideVersion Listed(OutsideFile file) => new(file.File.Version, file.File.Uploaded) { Key = file.File.Name };

    /// <summary>The version that has a file, as far as it is kept; null if it is not.</summary>
    /// <exception cref="ApiException">It is there, and rules withhold it.</exception>
    public async Task<FoundVersion?> FindKeptAsync(PackageId id, string version, string file, CancellationToken cancellationToken) =>
        (await assets.FindAsync(await finder.PlacesAsync(id, cancellationToken), version, file, cancellationToken)).Kept;

    /// <summary>The connections by which the project can be taken, and where they lead.</summary>
    public async Task<IReadOnlyList<ExternalConnection>> ConnectionsAsync(PackageId id, CancellationToken cancellationToken) =>
        [.. (await finder.PlacesAsync(id, cancellationToken)).Where(place => place.Package?.Upstream is not AllowUpstream.BLOCK).Select(ConnectionOf).OfType<ExternalConnection>()];

    /// <exception cref="InvalidDataException">It is no such page.</exception>
    private IReadOnlyList<OutsideFile> Parsed(OutsideSource source)
    {
        var key = $"{source.Address} {source.Page.Sha256}";
        if (_parsed.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_parsed.Count >= MostParsed)
        {
            _parsed.Clear();
        }

        return _parsed[key] = OutsidePage.Read(source.Page.Content, source.Page.ContentType, source.Address, source.Place.Id.Name);
    }

    private ExternalConnection? ConnectionOf(PackagePlace place) => settings.Find(place.Repository.ExternalConnection) is { Format: PackageFormat.pypi } connection ? connection : null;
}
