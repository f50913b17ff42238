using Sluice.Packages.Groups;

namespace Sluice.Packages.Api.Groups;

/// <summary>Lists the package groups of a domain.</summary>
public sealed class ListPackageGroups : IOperation<ListPackageGroupsRequest, ListPackageGroupsResult>
{
    private readonly GroupStore _groups;
    private readonly GroupViews _views;

    internal ListPackageGroups(GroupStore groups, GroupViews views) => (_groups, _views) = (groups, views);

    /// <inheritdoc/>
    public async Task<ListPackageGroupsResult> RunAsync(ListPackageGroupsRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var (tree, prefix) = (await _groups.TreeAsync(input.Domain, cancellationToken), input.Prefix ?? "");
        var (page, token) = ListedPage.Of(tree.All.Where(group => group.Pattern.StartsWith(prefix, StringComparison.Ordinal)), GroupViews.KeyOf, $"groups of {input.Domain} {prefix}", input.NextToken, input.MaxResults);
        return new ListPackageGroupsResult { PackageGroups = [.. page.Select(group => _views.Summarize(tree, group))], NextToken = token };
    }
}
