using Microsoft.Extensions.Logging;
using Sluice.Packages.Model;
using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.Ruby.Outside;

/// <summary>Registries outside, by their compact indexes, as far as repositories are connected to one.</summary>
internal sealed class RubyOutside(UpstreamSettings settings, UpstreamDocuments documents, ILogger<RubyOutside> logger)
{
    /// <summary>A gem's files in the indexes of the places, and what a registry did not answer; null if all did.</summary>
    public async Task<(IReadOnlyList<OutsideGem> Found, UpstreamException? Fault)> LookAsync(IReadOnlyList<PackagePlace> places, CancellationToken cancellationToken)
    {
        var found = new List<OutsideGem>();
        UpstreamException? fault = null;
        foreach (var place in places)
        {
            var (connection, document, failed) = await TryAsync(place.Repository, $"info/{place.Id.Name}", cancellationToken);
            fault ??= failed;
            if (document is not null)
            {
                found.Add(new OutsideGem(place, connection!, document));
            }
        }

        return (found, fault);
    }

    /// <summary>The lists of all versions of the registries that repositories are connected to, each with the way to its repository, and what one did not answer; null if all did.</summary>
    public async Task<(IReadOnlyList<(RepositoryWay Way, UpstreamDocument Document)> Found, UpstreamException? Fault)> VersionsAsync(IReadOnlyList<RepositoryWay> ways, CancellationToken cancellationToken)
    {
        var found = new List<(RepositoryWay Way, UpstreamDocument Document)>();
        UpstreamException? fault = null;
        foreach (var way in ways)
        {
            var (_, document, failed) = await TryAsync(way.End, "versions", cancellationToken);
            fault ??= failed;
            found.AddRange(document is null ? [] : [(way, document)]);
        }

        return (found, fault);
    }

    private async Task<(ExternalConnection? Connection, UpstreamDocument? Document, UpstreamException? Fault)> TryAsync(StoredRepository repository, string path, CancellationToken cancellationToken)
    {
        try
        {
            return settings.Find(repository.ExternalConnection) is { Format: PackageFormat.ruby } connection ? (connection, await documents.GetAsync(new Uri(connection.Address, path), accept: null, cancellationToken), null) : default;
        }
        catch (UpstreamException e)
        {
            logger.LogWarning("Only what is kept of {Path} is listed in {Repository}: {Reason}", path, repository.Id, e.Message);
            return (null, null, e);
        }
    }
}
