using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Formats.Ruby.Reading;

/// <summary>Finds the gems of which a repository or its upstreams keep something.</summary>
internal sealed class KnownGems(ITable table, RepositoryWalk walk, GateKeeper gates)
{
    /// <summary>All of them.</summary>
    public async Task<AllGems> FindAsync(RepositoryId repository, CancellationToken cancellationToken)
    {
        var found = new AllGems(await walk.WaysAsync(repository, cancellationToken), new Dictionary<string, string>(), await gates.OfAllAsync(repository.Domain, PackageFormat.ruby, cancellationToken));
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in found.Ways.Select(way => way.End))
        {
            await foreach (var item in table.QueryAllAsync(PackageStore.Query(one.Id, PackageFormat.ruby, null), cancellationToken))
            {
                var package = item.Read<StoredPackage>();
                kept[package.Name] = $"{kept.GetValueOrDefault(package.Name)}{one.Name}:{package.Changes} ";
            }
        }

        return found.Gates.AreOpen(found.Ways) ? found with { Kept = kept } : found with { Kept = kept.ToDictionary(gem => gem.Key, gem => gem.Value + string.Join(' ', found.Ways.Select(way => found.Gates.Of(found.Id(gem.Key), way).Stamp))) };
    }
}
