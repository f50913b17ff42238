using Sluice.Packages.Model;

namespace Sluice.Packages.Groups;

/// <summary>What holds for a group in the end.</summary>
/// <param name="Mode">What the group itself says.</param>
/// <param name="Effective">What that comes to.</param>
/// <param name="From">Which group says that; the group itself if it does.</param>
internal sealed record EffectiveRestriction(PackageGroupOriginRestrictionMode Mode, GroupRestriction Effective, StoredGroup From)
{
    /// <summary>Whether packages may come this way into a repository.</summary>
    public bool Allows(string repository) => Effective.Mode switch
    {
        PackageGroupOriginRestrictionMode.ALLOW => true,
        PackageGroupOriginRestrictionMode.ALLOW_SPECIFIC_REPOSITORIES => Effective.Repositories.Contains(repository, StringComparer.Ordinal),
        _ => false,
    };
}
