using Sluice.Packages.Contents;
using Sluice.Packages.Groups;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Rules;

namespace Sluice.Packages.Removal;

/// <summary>Deletes domains that have no repositories any more, with their contents, groups and quarantines. Who repeats it finishes what a kill left.</summary>
internal sealed class DomainRemoval(DomainStore domains, ContentStore contents, GroupStore groups, QuarantineStore quarantines)
{
    /// <returns>What was deleted; null if there was none.</returns>
    /// <exception cref="ApiException">It has repositories.</exception>
    public async Task<StoredDomain?> RemoveAsync(string name, CancellationToken cancellationToken)
    {
        var domain = await domains.FindAsync(name, cancellationToken) is null ? null : await domains.DeleteAsync(name, cancellationToken);
        await contents.DeleteAllAsync(name, cancellationToken);
        await groups.DeleteAllAsync(name, cancellationToken);
        await quarantines.DeleteAllAsync(name, cancellationToken);
        return domain;
    }
}
