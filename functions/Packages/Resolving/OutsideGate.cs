using Sluice.Packages.Rules;

namespace Sluice.Packages.Resolving;

/// <summary>Holds what registries outside have against the rules: one call for what one lists, and one for what is taken from it.</summary>
internal sealed class OutsideGate(OutsideTimes times, TimeProvider time)
{
    private static readonly HashSet<string> None = [];

    /// <summary>The keys of those that are not given. Without rules nothing is asked for.</summary>
    /// <param name="place">The place whose connection lists them.</param>
    /// <param name="versions">Each key once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlySet<string>> WithheldAsync(PackagePlace place, IReadOnlyCollection<OutsideVersion> versions, CancellationToken cancellationToken) => place.Gate.IsOpen
        ? None
        : versions.Zip(await RuledAsync(place, versions, cancellationToken)).Where(one => place.Gate.Of(one.Second) is not null).Select(one => one.First.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>Asked before a version is taken.</summary>
    /// <returns>Since when it counts: what was first seen long ago is not young again once it is taken. Null if nobody asks, and it is not told.</returns>
    /// <exception cref="WithheldException">It is not given.</exception>
    public async Task<DateTimeOffset?> DemandAsync(PackagePlace place, OutsideVersion version, CancellationToken cancellationToken)
    {
        if (place.Gate.IsOpen)
        {
            return version.ReleasedAt;
        }

        var ruled = (await RuledAsync(place, [version], cancellationToken))[0];
        place.Gate.Demand(ruled);
        return ruled.ReleasedAt;
    }

    /// <summary>Of those whose time is not told it counts when they were first seen.</summary>
    private async Task<IReadOnlyList<RuledVersion>> RuledAsync(PackagePlace place, IReadOnlyCollection<OutsideVersion> versions, CancellationToken cancellationToken)
    {
        if (!place.Gate.AsksForTimes || versions.All(version => version.ReleasedAt is not null))
        {
            return [.. versions.Select(version => new RuledVersion(version.Version, IsOutside: true, version.ReleasedAt))];
        }

        var connection = place.Repository.ExternalConnection ?? "";
        var (known, now) = (await times.OfAsync(connection, place.Id, cancellationToken), time.GetUtcNow());
        var unknown = versions.Where(version => version.ReleasedAt is null && !known.ContainsKey(version.Key)).ToDictionary(version => version.Key, _ => now, StringComparer.Ordinal);
        known = unknown.Count > 0 ? await times.AddAsync(connection, place.Id, unknown, cancellationToken) : known;
        return [.. versions.Select(version => new RuledVersion(version.Version, IsOutside: true, version.ReleasedAt ?? known[version.Key]))];
    }
}
