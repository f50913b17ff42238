using Sluice.Packages.Groups;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Platform.Api;

namespace Sluice.Packages.Api.Groups;

/// <summary>What a change of a group's origin configuration comes to. Pure.</summary>
internal static class OriginChange
{
    private const int Most = 1000;

    /// <exception cref="ApiException">A repository is not named, or not for which way, or is to be added and taken away.</exception>
    public static void Check(UpdatePackageGroupOriginConfigurationRequest input)
    {
        var (added, removed, faults) = (input.AddAllowedRepositories ?? [], input.RemoveAllowedRepositories ?? [], new RequestFaults());
        faults.Require(added.Concat(removed).All(allowed => allowed is { RepositoryName: not null, OriginRestrictionType: not null }), CommonErrors.Validation, "addAllowedRepositories, removeAllowedRepositories: expected repositoryName and originRestrictionType of each");
        faults.Add(CommonErrors.Validation, added.Intersect(removed).Select(both => $"the repository '{both.RepositoryName}' is to be added for {both.OriginRestrictionType}, and to be removed; expected one of these"));
        faults.Require(added.Count <= Most, PackageErrors.QuotaCode, $"a group has {Most} allowed repositories at most, not {added.Count}");
        faults.Throw();
    }

    /// <summary>The group as it is to be.</summary>
    /// <exception cref="ApiException">It cannot be so.</exception>
    public static StoredGroup After(StoredGroup before, UpdatePackageGroupOriginConfigurationRequest input)
    {
        var types = Enum.GetValues<PackageGroupOriginRestrictionType>();
        var after = before with { Restrictions = types.ToDictionary(type => type, type => After(before.Restrictions.GetValueOrDefault(type), before.Pattern == GroupPattern.Root.Text, input, type)) };
        var faults = new RequestFaults();
        foreach (var type in types.Where(type => (input.AddAllowedRepositories ?? []).Any(allowed => allowed.OriginRestrictionType == type) && after.Restrictions[type].Mode is not PackageGroupOriginRestrictionMode.ALLOW_SPECIFIC_REPOSITORIES))
        {
            faults.Add(CommonErrors.Validation, $"addAllowedRepositories names {type}, whose mode is {after.Restrictions[type].Mode}; expected ALLOW_SPECIFIC_REPOSITORIES");
        }

        faults.Require(before.Pattern != GroupPattern.Root.Text || after.Restrictions.Values.All(one => one.Mode is not PackageGroupOriginRestrictionMode.INHERIT), CommonErrors.Validation, "restrictions: the root group has none above to INHERIT from");
        faults.Require(after.Restrictions.Values.All(one => one.Repositories.Count <= Most), PackageErrors.QuotaCode, $"a group has {Most} allowed repositories at most");
        faults.Throw();
        return after;
    }

    /// <summary>Which repositories were added and removed, by the ways.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Updates(StoredGroup before, StoredGroup after)
    {
        var updates = new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>();
        foreach (var (type, restriction) in after.Restrictions)
        {
            var was = before.Restrictions.GetValueOrDefault(type)?.Repositories ?? [];
            IReadOnlyList<string> added = [.. restriction.Repositories.Except(was)];
            IReadOnlyList<string> removed = [.. was.Except(restriction.Repositories)];
            if (added.Count + removed.Count > 0)
            {
                updates[type.ToString()] = new Dictionary<string, IReadOnlyList<string>> { ["ADDED"] = added, ["REMOVED"] = removed }.Where(one => one.Value.Count > 0).ToDictionary();
            }
        }

        return updates;
    }

    private static GroupRestriction After(GroupRestriction? before, bool isRoot, UpdatePackageGroupOriginConfigurationRequest input, PackageGroupOriginRestrictionType type)
    {
        var own = before ?? (isRoot ? new GroupRestriction(PackageGroupOriginRestrictionMode.ALLOW, []) : GroupRestriction.Inherited);
        var names = own.Repositories.Union(Named(input.AddAllowedRepositories, type)).Except(Named(input.RemoveAllowedRepositories, type));
        return new GroupRestriction(input.Restrictions is not null && input.Restrictions.TryGetValue(type.ToString(), out var mode) ? mode : own.Mode, [.. names.Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> Named(IReadOnlyList<PackageGroupAllowedRepository>? allowed, PackageGroupOriginRestrictionType type) =>
        (allowed ?? []).Where(one => one.OriginRestrictionType == type).Select(one => one.RepositoryName!);
}
