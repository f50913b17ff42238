using Sluice.Packages.Api.Tags;
using Sluice.Packages.Groups;
using Sluice.Packages.Model;

namespace Sluice.Packages.Api.Groups;

/// <summary>Makes a package group.</summary>
public sealed class CreatePackageGroup : IOperation<CreatePackageGroupRequest, CreatePackageGroupResult>
{
    private readonly GroupStore _groups;
    private readonly GroupViews _views;
    private readonly TimeProvider _time;

    internal CreatePackageGroup(GroupStore groups, GroupViews views, TimeProvider time) => (_groups, _views, _time) = (groups, views, time);

    /// <inheritdoc/>
    public async Task<CreatePackageGroupResult> RunAsync(CreatePackageGroupRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var pattern = GroupPatternReader.Read(input.PackageGroup);
        var group = new StoredGroup(input.Domain, pattern.Text, _time.GetUtcNow()) { Description = input.Description, ContactInfo = input.ContactInfo, Tags = PackageTags.Of(input.Tags) };
        if (pattern == GroupPattern.Root)
        {
            throw GroupStore.Exists(input.Domain, pattern.Text);
        }

        await _groups.CreateAsync(group, cancellationToken);
        return new CreatePackageGroupResult { PackageGroup = _views.Describe(await _groups.TreeAsync(input.Domain, cancellationToken), group) };
    }
}
