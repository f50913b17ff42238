using System.Security.Cryptography;
using System.Text;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Formats.Ruby.Reading;

/// <summary>Finds the gems of which a repository or its upstreams keep something.</summary>
internal sealed class KnownGems(ITable table, RepositoryWalk walk)
{
    /// <summary>The repositories in their order, the gems' names in theirs, and a stamp that is another one whenever something was changed.</summary>
    public async Task<(IReadOnlyList<StoredRepository> Repositories, IReadOnlyList<string> Names, string Stamp)> FindAsync(RepositoryId repository, CancellationToken cancellationToken)
    {
        var repositories = await walk.OrderAsync(repository, cancellationToken);
        var (names, stamp) = (new SortedSet<string>(StringComparer.Ordinal), new StringBuilder());
        foreach (var one in repositories)
        {
            stamp.Append(one.Name).Append(one.ExternalConnection).Append('\n');
            await foreach (var item in table.QueryAllAsync(PackageStore.Query(one.Id, PackageFormat.ruby, null), cancellationToken))
            {
                var package = item.Read<StoredPackage>();
                names.Add(package.Name);
                stamp.Append(package.Name).Append(' ').Append(package.Changes).Append('\n');
            }
        }

        return (repositories, [.. names], Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(stamp.ToString()))));
    }
}
