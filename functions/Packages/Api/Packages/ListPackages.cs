using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Platform.Api;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Api.Packages;

/// <summary>Lists the packages of a repository.</summary>
public sealed class ListPackages : IOperation<ListPackagesRequest, ListPackagesResult>
{
    private const int Most = 1000;
    private readonly RepositoryStore _repositories;
    private readonly ITable _table;

    internal ListPackages(RepositoryStore repositories, ITable table) => (_repositories, _table) = (repositories, table);

    /// <inheritdoc/>
    public async Task<ListPackagesResult> RunAsync(ListPackagesRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var repository = new RepositoryId(input.Domain, input.Repository);
        await _repositories.GetAsync(repository, cancellationToken);
        var most = input.MaxResults ?? Most;
        var (found, query) = (new List<PackageSummary>(), PackageStore.Query(repository, input.Format, null) with { PageToken = input.NextToken });
        do
        {
            // A page that is not full yet ends where the table's ends.
            var page = await Pages.ReadAsync(_table, query with { Limit = most - found.Count }, CommonErrors.Validation, cancellationToken);
            found.AddRange(page.Items.Select(item => item.Read<StoredPackage>()).Where(package => Fits(input, package)).Select(PackageViews.Summarize));
            query = query with { PageToken = page.NextToken };
        }
        while (query.PageToken is not null && found.Count < most);

        return new ListPackagesResult { Packages = found, NextToken = query.PageToken };
    }

    private static bool Fits(ListPackagesRequest input, StoredPackage package) =>
        (input.Namespace is null || package.Namespace?.StartsWith(input.Namespace, StringComparison.Ordinal) is true)
        && package.Name.StartsWith(input.PackagePrefix ?? "", StringComparison.Ordinal)
        && (input.Publish is null || input.Publish == package.Publish)
        && (input.Upstream is null || input.Upstream == package.Upstream);
}
