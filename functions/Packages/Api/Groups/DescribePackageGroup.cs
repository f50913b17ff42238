using Sluice.Packages.Groups;

namespace Sluice.Packages.Api.Groups;

/// <summary>Says what a package group is, and what holds for it.</summary>
public sealed class DescribePackageGroup : IOperation<DescribePackageGroupRequest, DescribePackageGroupResult>
{
    private readonly GroupStore _groups;
    private readonly GroupViews _views;

    internal DescribePackageGroup(GroupStore groups, GroupViews views) => (_groups, _views) = (groups, views);

    /// <inheritdoc/>
    public async Task<DescribePackageGroupResult> RunAsync(DescribePackageGroupRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var tree = await _groups.TreeAsync(input.Domain, cancellationToken);
        return new DescribePackageGroupResult { PackageGroup = _views.Describe(tree, GroupStore.Find(tree, input.Domain, input.PackageGroup)) };
    }
}
