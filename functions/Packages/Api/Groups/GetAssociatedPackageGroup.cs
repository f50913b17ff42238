using Sluice.Packages.Api.Packages;
using Sluice.Packages.Groups;
using Sluice.Packages.Model;

namespace Sluice.Packages.Api.Groups;

/// <summary>Says of which group a package is, be it there or not.</summary>
public sealed class GetAssociatedPackageGroup : IOperation<GetAssociatedPackageGroupRequest, GetAssociatedPackageGroupResult>
{
    private readonly GroupStore _groups;
    private readonly GroupViews _views;

    internal GetAssociatedPackageGroup(GroupStore groups, GroupViews views) => (_groups, _views) = (groups, views);

    /// <inheritdoc/>
    public async Task<GetAssociatedPackageGroupResult> RunAsync(GetAssociatedPackageGroupRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        PackageFinder.Check(input.Format, input.Namespace);
        var tree = await _groups.TreeAsync(input.Domain, cancellationToken);
        var (group, type) = tree.Of(input.Format, PackageNames.KeptNamespace(input.Format, input.Namespace), PackageNames.Kept(input.Format, input.Package));
        return new GetAssociatedPackageGroupResult { PackageGroup = _views.Describe(tree, group), AssociationType = type };
    }
}
