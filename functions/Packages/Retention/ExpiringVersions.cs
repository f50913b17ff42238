using Sluice.Packages.Groups;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Rules;

namespace Sluice.Packages.Retention;

/// <summary>Finds what goes of a package: by its repository's rule, or by that of the nearest of its groups that has one.</summary>
internal sealed class ExpiringVersions(KnownRules known, PackageStore packages, VersionOrders orders, TimeProvider time)
{
    /// <summary>Which rule holds for packages of a repository; null for a package of which all versions stay.</summary>
    public async Task<Func<PackageId, RetentionRule?>> RulesAsync(StoredRepository repository, CancellationToken cancellationToken)
    {
        if (repository.Rules?.Rules.Retention is { } own)
        {
            return _ => own;
        }

        return (await known.OfAsync(repository.Domain, cancellationToken)).Groups is { } tree && tree.All.Any(group => group.Rules?.Rules.Retention is not null) ? id => Of(tree, id) : _ => null;
    }

    public async Task<IReadOnlyList<Expiry>> FindAsync(PackageId id, RetentionRule rule, CancellationToken cancellationToken)
    {
        var versions = await packages.VersionsAsync(id, cancellationToken);
        var tagged = (await packages.TagsAsync(id, cancellationToken)).Values.ToHashSet(StringComparer.Ordinal);
        return RetentionPlan.Of(versions, tagged, [.. (await known.OfAsync(id.Domain, cancellationToken)).QuarantinesOf(id)], orders.Of(id.Format), rule, time.GetUtcNow());
    }

    private static RetentionRule? Of(GroupTree tree, PackageId id)
    {
        for (var group = tree.Of(id.Format, id.Namespace, id.Name).Group; group is not null; group = tree.Above(group))
        {
            if (group.Rules?.Rules.Retention is { } rule)
            {
                return rule;
            }
        }

        return null;
    }
}
