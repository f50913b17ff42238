using System.Collections.Concurrent;
using System.Globalization;
using Sluice.Packages.Groups;
using Sluice.Packages.Model;
using Sluice.Packages.Rules;

namespace Sluice.Packages.Resolving;

/// <summary>The gates of all packages of a format in a domain, read once: for lists of more packages than could be asked for one by one. Pure.</summary>
internal sealed class FormatGates
{
    private readonly IVersionOrder _order;
    private readonly GroupTree? _groups;
    private readonly Dictionary<(string?, string), List<StoredQuarantine>> _quarantines = [];
    private readonly ConcurrentDictionary<string, GroupPattern> _patterns = new(StringComparer.Ordinal);
    private readonly DateTimeOffset? _asOf;
    private readonly DateTimeOffset _now;

    /// <param name="order">Of the format's versions.</param>
    /// <param name="groups">The domain's; null if nobody made one.</param>
    /// <param name="quarantines">Of the format's packages.</param>
    /// <param name="asOf">The time of the token; null for now.</param>
    /// <param name="now">When it is asked.</param>
    public FormatGates(IVersionOrder order, GroupTree? groups, IEnumerable<StoredQuarantine> quarantines, DateTimeOffset? asOf, DateTimeOffset now)
    {
        (_order, _groups, _asOf, _now) = (order, groups, asOf, now);
        foreach (var one in quarantines.GroupBy(one => (one.Namespace, one.Name)))
        {
            _quarantines[one.Key] = [.. one];
        }
    }

    /// <summary>The gate of a package at the end of a way.</summary>
    public VersionGate Of(PackageId id, RepositoryWay way) => new(
        new VersionRules(id, _order, [.. OfWay(way), .. _groups is null ? [] : OfGroups(_groups, id)], _quarantines.GetValueOrDefault((id.Namespace, id.Name)) ?? [], _asOf, Pattern), _now);

    /// <summary>Whether everything that comes by these ways is given.</summary>
    public bool AreOpen(IReadOnlyList<RepositoryWay> ways) => _asOf is null && _quarantines.Count == 0 && AllHeld(ways).All(held => held.Rules.GivesAll);

    /// <summary>Another one whenever the gate of a package may be another: where ages count, each minute.</summary>
    public string Stamp(IReadOnlyList<RepositoryWay> ways) => AreOpen(ways) ? "" : string.Join(
        ',',
        [
            .. AllHeld(ways).Select(held => held.Revision), .. _quarantines.Values.SelectMany(all => all).Select(one => one.Revision).Order(StringComparer.Ordinal), _asOf is { } time ? RuleTimes.Written(time) : "",
            AllHeld(ways).Any(held => held.Rules.MinimumAge is { Hours: > 0 }) ? (_now.ToUnixTimeSeconds() / 60).ToString(CultureInfo.InvariantCulture) : "",
        ]);

    private GroupPattern Pattern(string text) => _patterns.GetOrAdd(text, GroupPatternReader.Read);

    private IEnumerable<HeldRules> AllHeld(IReadOnlyList<RepositoryWay> ways) => [.. ways.SelectMany(OfWay), .. _groups?.All.Select(OfGroup).OfType<HeldRules>() ?? []];

    private static IEnumerable<HeldRules> OfWay(RepositoryWay way) =>
        way.Repositories.Select(repository => repository.Rules is { } stored ? new HeldRules($"the repository '{repository.Name}'", stored.Rules, stored.Revision) : null).OfType<HeldRules>();

    /// <summary>Those of its group and of all above. Of the minimum ages that of the nearest group counts: it may be less than that above, or none.</summary>
    private static List<HeldRules> OfGroups(GroupTree groups, PackageId id)
    {
        var (held, hasAge) = (new List<HeldRules>(), false);
        for (var group = groups.Of(id.Format, id.Namespace, id.Name).Group; group is not null; group = groups.Above(group))
        {
            if (OfGroup(group) is { } rules)
            {
                held.Add(hasAge ? rules with { Rules = rules.Rules with { MinimumAge = null } } : rules);
                hasAge |= rules.Rules.MinimumAge is not null;
            }
        }

        return held;
    }

    private static HeldRules? OfGroup(StoredGroup group) => group.Rules is { } stored ? new HeldRules($"the package group '{group.Pattern}'", stored.Rules, stored.Revision) : null;
}
