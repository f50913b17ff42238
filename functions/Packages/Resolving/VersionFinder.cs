using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Rules;

namespace Sluice.Packages.Resolving;

/// <summary>Finds versions in a repository and its upstreams: the first that has one is where it is. What rules withhold is seen as if it were archived.</summary>
public sealed class VersionFinder
{
    private readonly RepositoryWalk _walk;
    private readonly PackageStore _packages;
    private readonly KnownRules _rules;
    private readonly GateKeeper _gates;

    internal VersionFinder(RepositoryWalk walk, PackageStore packages, KnownRules rules, GateKeeper gates) => (_walk, _packages, _rules, _gates) = (walk, packages, rules, gates);

    /// <summary>Where the package may be, the repository that was asked first. What the origin controls of the package or of its group block is left out: an upstream, or the external connection of a place.</summary>
    /// <exception cref="ApiException">There is no such repository.</exception>
    public async Task<IReadOnlyList<PackagePlace>> PlacesAsync(PackageId id, CancellationToken cancellationToken)
    {
        var places = new List<PackagePlace>();
        var rules = await _rules.OfAsync(id.Domain, cancellationToken);
        var gateOf = _gates.Of(id, rules);
        foreach (var way in await _walk.WaysAsync(id.Home, cancellationToken))
        {
            var repository = way.End;
            var package = await _packages.FindAsync(id.In(repository.Name), cancellationToken);
            places.Add(new PackagePlace(Allowed(repository, id.In(repository.Name), package, rules), id.In(repository.Name), package) { Gate = gateOf(way) });
            if (package?.Upstream is AllowUpstream.BLOCK || (places.Count == 1 && !rules.Allows(id, PackageGroupOriginRestrictionType.INTERNAL_UPSTREAM)))
            {
                // Its own upstreams, and what would be searched after it, are not asked for this package any more.
                break;
            }
        }

        return places;
    }

    /// <summary>The version, if it is served; null if none of the places has it.</summary>
    /// <exception cref="ApiException">It is there, and rules withhold it.</exception>
    public async Task<FoundVersion?> FindAsync(IReadOnlyList<PackagePlace> places, string version, CancellationToken cancellationToken)
    {
        foreach (var place in places.Where(place => place.Package is not null))
        {
            if (await _packages.FindVersionAsync(place.Id, version, cancellationToken) is { } found)
            {
                place.Gate.Demand(found.Value);
                return found.Value.IsServed ? new FoundVersion(place.Id, found.Value) : null;
            }
        }

        return null;
    }

    /// <summary>All versions of the places, of every status, each from the first that has it. One that rules withhold has the status of one that is archived.</summary>
    public async Task<IReadOnlyList<FoundVersion>> ListAsync(IReadOnlyList<PackagePlace> places, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, FoundVersion>(StringComparer.Ordinal);
        foreach (var place in places.Where(place => place.Package is not null))
        {
            foreach (var version in await _packages.VersionsAsync(place.Id, cancellationToken))
            {
                found.TryAdd(version.Version, FoundVersion.At(place, version));
            }
        }

        return [.. found.Values];
    }

    /// <summary>All versions that the repository itself has, as whoever asks may see them.</summary>
    /// <exception cref="ApiException">There is no such repository.</exception>
    public async Task<IReadOnlyList<FoundVersion>> OwnAsync(PackageId id, CancellationToken cancellationToken) => await ListAsync([.. (await PlacesAsync(id, cancellationToken)).Take(1)], cancellationToken);

    private static StoredRepository Allowed(StoredRepository repository, PackageId id, StoredPackage? package, DomainRules rules) =>
        repository.ExternalConnection is not null && (package?.Upstream is AllowUpstream.BLOCK || !rules.Allows(id, PackageGroupOriginRestrictionType.EXTERNAL_UPSTREAM)) ? repository with { ExternalConnection = null } : repository;
}
