using Sluice.Packages.Groups;

namespace Sluice.Packages.Api.Groups;

/// <summary>Lists the repositories into which packages of a group may come one way.</summary>
public sealed class ListAllowedRepositoriesForGroup : IOperation<ListAllowedRepositoriesForGroupRequest, ListAllowedRepositoriesForGroupResult>
{
    private readonly GroupStore _groups;

    internal ListAllowedRepositoriesForGroup(GroupStore groups) => _groups = groups;

    /// <inheritdoc/>
    public async Task<ListAllowedRepositoriesForGroupResult> RunAsync(ListAllowedRepositoriesForGroupRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var group = await _groups.GetAsync(input.Domain, input.PackageGroup, cancellationToken);
        var allowed = group.Restrictions.GetValueOrDefault(input.OriginRestrictionType)?.Repositories ?? [];
        var (page, token) = ListedPage.Of(allowed, name => name, $"allowed of {group.Domain} {group.Pattern} {input.OriginRestrictionType}", input.NextToken, input.MaxResults);
        return new ListAllowedRepositoriesForGroupResult { AllowedRepositories = page, NextToken = token };
    }
}
