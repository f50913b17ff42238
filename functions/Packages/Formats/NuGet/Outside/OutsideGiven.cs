using Sluice.Packages.Formats.NuGet.Catalog;
using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.NuGet.Outside;

/// <summary>What registries outside have of a package, as far as rules let it in. When versions were published only the registrations tell: they are asked where that matters.</summary>
internal sealed class OutsideGiven
{
    private readonly OutsideVersions _versions;
    private readonly OutsideRegistrations _registrations;
    private readonly OutsideGate _gate;

    internal OutsideGiven(OutsideVersions versions, OutsideRegistrations registrations, OutsideGate gate) => (_versions, _registrations, _gate) = (versions, registrations, gate);

    /// <summary>The texts of the versions as they are kept here; null if it has no such package.</summary>
    /// <exception cref="UpstreamException">It cannot be asked.</exception>
    public async Task<IReadOnlyList<string>?> NumbersAsync(PackagePlace place, ExternalConnection connection, string name, CancellationToken cancellationToken)
    {
        var numbers = await _versions.ListAsync(connection, name, cancellationToken);
        if (numbers is null || place.Gate.IsOpen)
        {
            return numbers;
        }

        var times = await TimesAsync(place, connection, name, cancellationToken);
        var withheld = await _gate.WithheldAsync(place, [.. numbers.Distinct(StringComparer.Ordinal).Select(number => new OutsideVersion(number, times.GetValueOrDefault(number)))], cancellationToken);
        return [.. numbers.Where(number => !withheld.Contains(number))];
    }

    /// <summary>What is told of the versions; null if it has no such package.</summary>
    /// <exception cref="UpstreamException">It cannot be asked.</exception>
    public async Task<IReadOnlyList<CatalogVersion>?> EntriesAsync(PackagePlace place, ExternalConnection connection, string name, CancellationToken cancellationToken)
    {
        var entries = await _registrations.ListAsync(connection, name, cancellationToken);
        if (entries is null || place.Gate.IsOpen)
        {
            return entries;
        }

        var withheld = await _gate.WithheldAsync(place, [.. entries.DistinctBy(entry => entry.Number).Select(entry => new OutsideVersion(entry.Number, OutsideRegistrations.PublishedAt(entry.Entry)))], cancellationToken);
        return [.. entries.Where(entry => !withheld.Contains(entry.Number))];
    }

    /// <summary>Asked before something of a version is taken.</summary>
    /// <returns>Whether it may be there at all.</returns>
    /// <exception cref="ApiException">It is there, and is not given.</exception>
    /// <exception cref="UpstreamException">It cannot be asked.</exception>
    public async Task<bool> DemandAsync(PackagePlace place, ExternalConnection connection, string name, string number, CancellationToken cancellationToken)
    {
        if (place.Gate.IsOpen)
        {
            return true;
        }

        var isThere = (await _versions.ListAsync(connection, name, cancellationToken))?.Contains(number) == true;
        if (isThere)
        {
            await _gate.DemandAsync(place, new OutsideVersion(number, (await TimesAsync(place, connection, name, cancellationToken)).GetValueOrDefault(number)), cancellationToken);
        }

        return isThere;
    }

    private async Task<IReadOnlyDictionary<string, DateTimeOffset?>> TimesAsync(PackagePlace place, ExternalConnection connection, string name, CancellationToken cancellationToken)
    {
        var times = new Dictionary<string, DateTimeOffset?>(StringComparer.Ordinal);
        foreach (var entry in place.Gate.AsksForTimes ? await _registrations.ListAsync(connection, name, cancellationToken) ?? [] : [])
        {
            times[entry.Number] = OutsideRegistrations.PublishedAt(entry.Entry);
        }

        return times;
    }
}
