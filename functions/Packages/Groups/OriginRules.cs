using Sluice.Packages.Model;

namespace Sluice.Packages.Groups;

/// <summary>Whether packages may come into repositories, by what their groups say. It is read anew each time: a change holds at once.</summary>
internal sealed class OriginRules(GroupStore groups)
{
    /// <summary>What a domain's groups say. Without any, everything may come.</summary>
    public async Task<Func<PackageId, PackageGroupOriginRestrictionType, bool>> OfAsync(string domain, CancellationToken cancellationToken) => await TreeAsync(domain, cancellationToken) is { } tree ? tree.Allows : (_, _) => true;

    /// <summary>The groups of a domain; null if nobody made or changed one.</summary>
    public async Task<GroupTree?> TreeAsync(string domain, CancellationToken cancellationToken) => await groups.StoredAsync(domain, cancellationToken) is { Count: > 0 } stored ? new GroupTree(domain, default, stored) : null;
}
