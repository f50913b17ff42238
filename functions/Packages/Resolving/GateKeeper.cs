using Sluice.Packages.Groups;
using Sluice.Packages.Model;
using Sluice.Packages.Rules;

namespace Sluice.Packages.Resolving;

/// <summary>Puts together what holds for a package: the rules of its groups and of the repositories on a way, what is in quarantine, and the time of the token.</summary>
internal sealed class GateKeeper(QuarantineStore quarantines, VersionOrders orders, PinnedTime pinned, TimeProvider time)
{
    /// <summary>The gate at the end of each way.</summary>
    /// <param name="id">The package, in the repository that was asked.</param>
    /// <param name="groups">The domain's; null if nobody made one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Func<RepositoryWay, VersionGate>> OfAsync(PackageId id, GroupTree? groups, CancellationToken cancellationToken)
    {
        var (held, quarantined, now) = (groups is null ? [] : OfGroups(groups, id), await quarantines.OfAsync(id, cancellationToken), time.GetUtcNow());
        return way => new VersionGate(new VersionRules(id, orders.Of(id.Format), [.. way.Repositories.Select(OfRepository).OfType<HeldRules>(), .. held], quarantined, pinned.Time), now);
    }

    private static HeldRules? OfRepository(StoredRepository repository) => repository.Rules is { } stored ? new HeldRules($"the repository '{repository.Name}'", stored.Rules, stored.Revision) : null;

    /// <summary>Those of its group and of all above. Of the minimum ages that of the nearest group counts: it may be less than that above, or none.</summary>
    private static List<HeldRules> OfGroups(GroupTree groups, PackageId id)
    {
        var (held, hasAge) = (new List<HeldRules>(), false);
        for (var group = groups.Of(id.Format, id.Namespace, id.Name).Group; group is not null; group = groups.Above(group))
        {
            if (group.Rules is { } stored)
            {
                held.Add(new HeldRules($"the package group '{group.Pattern}'", hasAge ? stored.Rules with { MinimumAge = null } : stored.Rules, stored.Revision));
                hasAge |= stored.Rules.MinimumAge is not null;
            }
        }

        return held;
    }
}
