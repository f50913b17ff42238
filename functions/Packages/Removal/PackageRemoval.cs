using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Versions;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Removal;

/// <summary>Takes packages away with all their versions, each of which is told. A kill leaves some of them, and who repeats it finishes it.</summary>
internal sealed class PackageRemoval(ITable table, PackageStore packages, VersionBatch batch)
{
    private const int AtOnce = 100;

    /// <summary>One package.</summary>
    public async Task RemoveAsync(PackageId id, StoredPackage package, CancellationToken cancellationToken)
    {
        while (await packages.VersionsAsync(id, cancellationToken) is { Count: > 0 } versions)
        {
            foreach (var some in versions.Chunk(AtOnce))
            {
                await batch.RunAsync(id, [.. some.Select(version => version.Version)], package, (version, before) => StatusRules.Delete(version, before, new Expectation()), cancellationToken);
            }
        }

        foreach (var tag in (await packages.TagsAsync(id, cancellationToken)).Keys)
        {
            await table.DeleteAsync((DeleteItem)PackageStore.Untag(id, tag), cancellationToken);
        }

        await packages.DeleteAsync(id, cancellationToken);
    }

    /// <summary>All of a repository.</summary>
    public async Task RemoveAllAsync(RepositoryId repository, CancellationToken cancellationToken)
    {
        await foreach (var item in table.QueryAllAsync(PackageStore.Query(repository, null, null), cancellationToken))
        {
            var package = item.Read<StoredPackage>();
            await RemoveAsync(new PackageId(repository.Domain, repository.Name, package.Format, package.Namespace, package.Name), package, cancellationToken);
        }
    }
}
