using Sluice.Packages.Groups;
using Sluice.Packages.Records;

namespace Sluice.Packages.Api.Groups;

/// <summary>Deletes a package group. Its packages are of the one above then.</summary>
public sealed class DeletePackageGroup : IOperation<DeletePackageGroupRequest, DeletePackageGroupResult>
{
    private readonly GroupStore _groups;
    private readonly GroupViews _views;

    internal DeletePackageGroup(GroupStore groups, GroupViews views) => (_groups, _views) = (groups, views);

    /// <inheritdoc/>
    public async Task<DeletePackageGroupResult> RunAsync(DeletePackageGroupRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var tree = await _groups.TreeAsync(input.Domain, cancellationToken);
        var group = GroupStore.Find(tree, input.Domain, input.PackageGroup);
        if (tree.Above(group) is null)
        {
            throw PackageErrors.Invalid($"packageGroup is '{group.Pattern}', which has all packages and cannot be deleted.");
        }

        await _groups.DeleteAsync(group, cancellationToken);
        return new DeletePackageGroupResult { PackageGroup = _views.Describe(tree, group) };
    }
}
