using Sluice.Packages.Model;
using Sluice.Packages.Rules;

namespace Sluice.Packages.Resolving;

/// <summary>Puts together what holds for a package: the rules of its groups and of the repositories on a way, what is in quarantine, and the time of the token.</summary>
internal sealed class GateKeeper(KnownRules known, VersionOrders orders, PinnedTime pinned, TimeProvider time)
{
    /// <summary>The gate of a package at the end of each way.</summary>
    /// <param name="id">The package, in the repository that was asked.</param>
    /// <param name="rules">Of its domain.</param>
    public Func<RepositoryWay, VersionGate> Of(PackageId id, DomainRules rules)
    {
        var gates = new FormatGates(orders.Of(id.Format), rules.Groups, rules.QuarantinesOf(id), pinned.Time, time.GetUtcNow());
        return way => gates.Of(id, way);
    }

    /// <summary>The gates of all packages of a format.</summary>
    public async Task<FormatGates> OfAllAsync(string domain, PackageFormat format, CancellationToken cancellationToken)
    {
        var rules = await known.OfAsync(domain, cancellationToken);
        return new FormatGates(orders.Of(format), rules.Groups, rules.Quarantines.Where(one => one.Format == format), pinned.Time, time.GetUtcNow());
    }
}
