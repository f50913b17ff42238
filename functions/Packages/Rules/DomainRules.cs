using Sluice.Packages.Groups;
using Sluice.Packages.Model;

namespace Sluice.Packages.Rules;

/// <summary>What holds in a whole domain: its package groups, and what is in quarantine.</summary>
/// <param name="revision">Of which state this is.</param>
/// <param name="groups">Null if nobody made or changed one.</param>
/// <param name="quarantines">All of them.</param>
internal sealed class DomainRules(long revision, GroupTree? groups, IReadOnlyList<StoredQuarantine> quarantines)
{
    private readonly ILookup<(PackageFormat, string?, string), StoredQuarantine> _byPackage = quarantines.ToLookup(one => (one.Format, one.Namespace, one.Name));

    public long Revision => revision;

    public GroupTree? Groups => groups;

    public IReadOnlyList<StoredQuarantine> Quarantines => quarantines;

    /// <summary>What of a package is in quarantine, in whichever repository it is.</summary>
    public IEnumerable<StoredQuarantine> QuarantinesOf(PackageId id) => _byPackage[(id.Format, id.Namespace, id.Name)];

    /// <summary>Whether the groups let packages come in so.</summary>
    public bool Allows(PackageId id, PackageGroupOriginRestrictionType type) => groups?.Allows(id, type) != false;
}
