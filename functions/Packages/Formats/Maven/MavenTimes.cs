using System.Collections.Concurrent;
using System.Net;
using Sluice.Packages.Model;
using Sluice.Packages.Resolving;
using Sluice.Packages.Rules;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.Maven;

/// <summary>
/// Holds what Maven repositories outside have against the rules. They do not tell when a version was published: it counts when its POM was last modified there. Each is asked for once, and only where times matter.
/// </summary>
internal sealed class MavenTimes(UpstreamClient client, OutsideTimes times, OutsideGate gate)
{
    private const int AtOnce = 8;

    /// <summary>A list without what is not given.</summary>
    public async Task<MetadataDocument> GivenAsync(PackagePlace place, ExternalConnection connection, MetadataDocument list, CancellationToken cancellationToken)
    {
        if (place.Gate.IsOpen || list.Versions.Count == 0)
        {
            return list;
        }

        var known = place.Gate.AsksForTimes ? await KnownAsync(place.Id, connection, list.Versions, cancellationToken) : new Dictionary<string, DateTimeOffset>();
        var withheld = await gate.WithheldAsync(place, [.. list.Versions.Select(version => new OutsideVersion(version, Time(known, version)))], cancellationToken);
        return withheld.Count == 0 ? list : list with { Versions = [.. list.Versions.Where(version => !withheld.Contains(version))] };
    }

    /// <summary>Asked before something of a version is taken.</summary>
    /// <returns>Whether the version may be there at all, and when it was published as far as that was asked for.</returns>
    /// <exception cref="ApiException">It is there, and is not given.</exception>
    public async Task<(bool IsThere, DateTimeOffset? ReleasedAt)> DemandAsync(PackagePlace place, ExternalConnection connection, MavenPath path, CancellationToken cancellationToken)
    {
        if (place.Gate.IsOpen)
        {
            return (true, null);
        }

        var version = path.Version!;
        var known = await times.OfAsync(connection.Name, place.Id, cancellationToken);
        if (!known.ContainsKey(version))
        {
            var (isThere, modified) = await AskAsync(connection, place.Id, version, cancellationToken);
            if (!isThere)
            {
                return (false, null);
            }

            known = modified is { } time ? await times.AddAsync(connection.Name, place.Id, new Dictionary<string, DateTimeOffset> { [version] = time }, cancellationToken) : known;
        }

        await gate.DemandAsync(place, new OutsideVersion(version, Time(known, version)), cancellationToken);
        return (true, Time(known, version));
    }

    /// <summary>Whether the repository has the POM of a version.</summary>
    /// <exception cref="UpstreamException">It cannot be asked.</exception>
    public async Task<bool> HasAsync(ExternalConnection connection, PackageId id, string version, CancellationToken cancellationToken) => await AskAsync(connection, id, version, cancellationToken) is { IsThere: true };

    /// <summary>When a version was published, for what is kept of it; null if that cannot be had.</summary>
    public async Task<DateTimeOffset?> FindAsync(ExternalConnection connection, PackageId id, string version)
    {
        try
        {
            return (await AskAsync(connection, id, version, CancellationToken.None)).Modified;
        }
        catch (UpstreamException)
        {
            return null;
        }
    }

    private async Task<IReadOnlyDictionary<string, DateTimeOffset>> KnownAsync(PackageId id, ExternalConnection connection, IReadOnlyList<string> versions, CancellationToken cancellationToken)
    {
        var known = await times.OfAsync(connection.Name, id, cancellationToken);
        var found = new ConcurrentDictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(versions.Where(version => !known.ContainsKey(version)), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (version, token) =>
        {
            if ((await AskAsync(connection, id, version, token)).Modified is { } time)
            {
                found[version] = time;
            }
        });
        return found.IsEmpty ? known : await times.AddAsync(connection.Name, id, found, cancellationToken);
    }

    /// <exception cref="UpstreamException">It cannot be asked.</exception>
    private async Task<(bool IsThere, DateTimeOffset? Modified)> AskAsync(ExternalConnection connection, PackageId id, string version, CancellationToken cancellationToken)
    {
        var pom = new MavenPath(id.Namespace!, id.Name, MavenPath.FolderOf(version), version, $"{id.Name}-{version}.pom", null);
        using var answer = await client.HeadAsync(new Uri(connection.Address, pom.Address), cancellationToken);
        return answer.StatusCode switch
        {
            HttpStatusCode.NotFound or HttpStatusCode.Gone => (false, null),
            HttpStatusCode.OK => (true, answer.Content.Headers.LastModified),
            >= HttpStatusCode.InternalServerError => throw new UpstreamException($"{UpstreamClient.Told(new Uri(connection.Address, pom.Address))} answered {(int)answer.StatusCode}."),
            _ => (true, null),
        };
    }

    private static DateTimeOffset? Time(IReadOnlyDictionary<string, DateTimeOffset> known, string version) => known.TryGetValue(version, out var time) ? time : null;
}
