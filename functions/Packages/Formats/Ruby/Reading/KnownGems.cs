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
    /// <summary>The repositories in their order, and the gems in that of their names, each with a stamp that is another one whenever something of it was changed.</summary>
    public async Task<(IReadOnlyList<StoredRepository> Repositories, IReadOnlyDictionary<string, string> Gems)> FindAsync(RepositoryId repository, CancellationToken cancellationToken)
    {
        var repositories = await walk.OrderAsync(repository, cancellationToken);
        var gems = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in repositories)
        {
            await foreach (var item in table.QueryAllAsync(PackageStore.Query(one.Id, PackageFormat.ruby, null), cancellationToken))
            {
                var package = item.Read<StoredPackage>();
                gems[package.Name] = $"{gems.GetValueOrDefault(package.Name)}{one.Name}:{package.Changes} ";
            }
        }

        return (repositories, gems);
    }

    /// <summary>One stamp for all of them.</summary>
    public static string Stamp(IReadOnlyList<StoredRepository> repositories, IReadOnlyDictionary<string, string> gems)
    {
        var text = new StringBuilder();
        foreach (var repository in repositories)
        {
            text.Append(repository.Name).Append(' ').Append(repository.ExternalConnection).Append('\n');
        }

        foreach (var (name, stamp) in gems)
        {
            text.Append(name).Append(' ').Append(stamp).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
