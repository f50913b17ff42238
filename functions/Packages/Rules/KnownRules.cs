using System.Collections.Concurrent;
using Sluice.Packages.Groups;
using Sluice.Packages.Records;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Rules;

/// <summary>The rules of domains, kept in memory for as long as they are so: each request asks by one small read, and a change holds at once, whoever made it.</summary>
internal sealed class KnownRules(ITable table, GroupStore groups, QuarantineStore quarantines)
{
    private readonly ConcurrentDictionary<string, DomainRules> _known = new(StringComparer.Ordinal);

    public async Task<DomainRules> OfAsync(string domain, CancellationToken cancellationToken)
    {
        // The revision is read first: what is read after it may be newer, and is then read once more.
        var revision = await RulesRevision.OfAsync(table, domain, cancellationToken);
        return _known.TryGetValue(domain, out var known) && known.Revision == revision ? known
            : _known[domain] = new DomainRules(revision, await TreeAsync(domain, cancellationToken), await quarantines.OfDomainAsync(domain, cancellationToken));
    }

    private async Task<GroupTree?> TreeAsync(string domain, CancellationToken cancellationToken) => await groups.StoredAsync(domain, cancellationToken) is { Count: > 0 } stored ? new GroupTree(domain, default, stored) : null;
}
