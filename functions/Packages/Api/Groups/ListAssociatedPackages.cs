using Sluice.Packages.Groups;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Api.Groups;

/// <summary>Lists the packages of a group, in whichever repository they are; or of one that could be made.</summary>
public sealed class ListAssociatedPackages : IOperation<ListAssociatedPackagesRequest, ListAssociatedPackagesResult>
{
    private readonly GroupStore _groups;
    private readonly RepositoryStore _repositories;
    private readonly ITable _table;

    internal ListAssociatedPackages(GroupStore groups, RepositoryStore repositories, ITable table) => (_groups, _repositories, _table) = (groups, repositories, table);

    /// <inheritdoc/>
    public async Task<ListAssociatedPackagesResult> RunAsync(ListAssociatedPackagesRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var tree = await _groups.TreeAsync(input.Domain, cancellationToken);
        var group = tree.Find(input.PackageGroup);
        if (group is null && input.Preview is true)
        {
            group = new StoredGroup(input.Domain, GroupPatternReader.Read(input.PackageGroup).Text, default);
            tree = new GroupTree(input.Domain, default, tree.All.Append(group));
        }

        var pattern = (group ?? throw GroupStore.None(input.Domain, input.PackageGroup)).Pattern;
        var found = (await PackagesAsync(input.Domain, cancellationToken)).Select(package => (package.Key, Package: package.Value, Of: tree.Of(package.Value.Format, package.Value.Namespace, package.Value.Name))).Where(package => package.Of.Group.Pattern == pattern);
        var (page, token) = ListedPage.Of(found, package => package.Key, $"packages of {input.Domain} {pattern}", input.NextToken, input.MaxResults);
        return new ListAssociatedPackagesResult { Packages = [.. page.Select(one => Write(one.Package, one.Of.Type))], NextToken = token };
    }

    /// <summary>Each once, by its key.</summary>
    private async Task<Dictionary<string, StoredPackage>> PackagesAsync(string domain, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, StoredPackage>(StringComparer.Ordinal);
        foreach (var repository in await _repositories.OfDomainAsync(domain, cancellationToken))
        {
            await foreach (var item in _table.QueryAllAsync(PackageStore.Query(repository.Id, null, null), cancellationToken))
            {
                found[item.Key.Sk] = item.Read<StoredPackage>();
            }
        }

        return found;
    }

    private static AssociatedPackage Write(StoredPackage package, PackageGroupAssociationType type) =>
        new() { Format = package.Format, Namespace = package.Namespace, Package = package.Name, AssociationType = type };
}
