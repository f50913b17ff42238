using Sluice.Packages.Groups;
using Sluice.Packages.Model;
using Sluice.Packages.Records;

namespace Sluice.Packages.Api.Groups;

/// <summary>Says whence packages of a group may come.</summary>
public sealed class UpdatePackageGroupOriginConfiguration : IOperation<UpdatePackageGroupOriginConfigurationRequest, UpdatePackageGroupOriginConfigurationResult>
{
    private readonly GroupStore _groups;
    private readonly RepositoryStore _repositories;
    private readonly GroupViews _views;

    internal UpdatePackageGroupOriginConfiguration(GroupStore groups, RepositoryStore repositories, GroupViews views) => (_groups, _repositories, _views) = (groups, repositories, views);

    /// <inheritdoc/>
    public async Task<UpdatePackageGroupOriginConfigurationResult> RunAsync(UpdatePackageGroupOriginConfigurationRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        OriginChange.Check(input);
        foreach (var name in (input.AddAllowedRepositories ?? []).Concat(input.RemoveAllowedRepositories ?? []).Select(allowed => allowed.RepositoryName).OfType<string>().Distinct())
        {
            await _repositories.GetAsync(new RepositoryId(input.Domain, name), cancellationToken);
        }

        var before = await _groups.GetAsync(input.Domain, input.PackageGroup, cancellationToken);
        var after = await _groups.ChangeAsync(input.Domain, input.PackageGroup, group => OriginChange.After(before = group, input), cancellationToken);
        return new UpdatePackageGroupOriginConfigurationResult
        {
            PackageGroup = _views.Describe(await _groups.TreeAsync(input.Domain, cancellationToken), after),
            AllowedRepositoryUpdates = OriginChange.Updates(before, after),
        };
    }
}
