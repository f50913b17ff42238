using Sluice.Packages.Groups;

namespace Sluice.Packages.Api.Groups;

/// <summary>Changes what a package group is for.</summary>
public sealed class UpdatePackageGroup : IOperation<UpdatePackageGroupRequest, UpdatePackageGroupResult>
{
    private readonly GroupStore _groups;
    private readonly GroupViews _views;

    internal UpdatePackageGroup(GroupStore groups, GroupViews views) => (_groups, _views) = (groups, views);

    /// <inheritdoc/>
    public async Task<UpdatePackageGroupResult> RunAsync(UpdatePackageGroupRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var group = await _groups.ChangeAsync(input.Domain, input.PackageGroup, before => before with { Description = input.Description ?? before.Description, ContactInfo = input.ContactInfo ?? before.ContactInfo }, cancellationToken);
        return new UpdatePackageGroupResult { PackageGroup = _views.Describe(await _groups.TreeAsync(input.Domain, cancellationToken), group) };
    }
}
