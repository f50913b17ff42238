using Sluice.Packages.Groups;
using Sluice.Packages.Model;
using Sluice.Packages.Rules;

namespace Sluice.Packages.Resolving;

/// <summary>Puts together what holds for a package: the rules of its groups and of the repositories on a way, what is in quarantine, and the time of the token.</summary>
internal sealed class GateKeeper(QuarantineStore quarantines, OriginRules groups, VersionOrders orders, PinnedTime pinned, TimeProvider time)
{
    /// <summary>The gate at the end of each way.</summary>
    /// <param name="id">The package, in the repository that was asked.</param>
    /// <param name="tree">The domain's groups; null if nobody made one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Func<RepositoryWay, VersionGate>> OfAsync(PackageId id, GroupTree? tree, CancellationToken cancellationToken)
    {
        var gates = new FormatGates(orders.Of(id.Format), tree, await quarantines.OfAsync(id, cancellationToken), pinned.Time, time.GetUtcNow());
        return way => gates.Of(id, way);
    }

    /// <summary>The gates of all packages of a format.</summary>
    public async Task<FormatGates> OfAllAsync(string domain, PackageFormat format, CancellationToken cancellationToken) => new(
        orders.Of(format),
        await groups.TreeAsync(domain, cancellationToken),
        (await quarantines.OfDomainAsync(domain, cancellationToken)).Where(one => one.Format == format),
        pinned.Time,
        time.GetUtcNow());
}
