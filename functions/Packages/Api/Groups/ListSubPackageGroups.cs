using Sluice.Packages.Groups;

namespace Sluice.Packages.Api.Groups;

/// <summary>Lists the package groups right below another one.</summary>
public sealed class ListSubPackageGroups : IOperation<ListSubPackageGroupsRequest, ListSubPackageGroupsResult>
{
    private readonly GroupStore _groups;
    private readonly GroupViews _views;

    internal ListSubPackageGroups(GroupStore groups, GroupViews views) => (_groups, _views) = (groups, views);

    /// <inheritdoc/>
    public async Task<ListSubPackageGroupsResult> RunAsync(ListSubPackageGroupsRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var tree = await _groups.TreeAsync(input.Domain, cancellationToken);
        var group = GroupStore.Find(tree, input.Domain, input.PackageGroup);
        var (page, token) = ListedPage.Of(tree.All.Where(other => tree.Above(other)?.Pattern == group.Pattern), GroupViews.KeyOf, $"groups below {input.Domain} {group.Pattern}", input.NextToken, input.MaxResults);
        return new ListSubPackageGroupsResult { PackageGroups = [.. page.Select(other => _views.Summarize(tree, other))], NextToken = token };
    }
}
