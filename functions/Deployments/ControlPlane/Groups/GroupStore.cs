using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Configurations;
using Sluice.Deployments.Keys;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Groups;

/// <summary>Reads and writes deployment groups. The name is a reference to the id, so that a rename moves nothing that belongs to the group.</summary>
public sealed class GroupStore(ITable table, KnownConfigurations predefined)
{
    /// <summary>The group that has this name in the application now, or null.</summary>
    public async Task<DeploymentGroup?> FindAsync(string applicationId, string groupName, CancellationToken cancellationToken = default) =>
        (await FindItemAsync(applicationId, groupName, cancellationToken))?.Read<DeploymentGroup>();

    /// <summary>The group with this id, whatever its name is now; null if there is none (any more).</summary>
    public async Task<DeploymentGroup?> FindByIdAsync(string groupId, CancellationToken cancellationToken = default) =>
        (await table.GetAsync(GroupKeys.Group(groupId), cancellationToken))?.Read<DeploymentGroup>();

    /// <summary>The group that has this name in the application now.</summary>
    /// <exception cref="ApiException"><c>DeploymentGroupDoesNotExistException</c>.</exception>
    public async Task<DeploymentGroup> GetAsync(Application application, string groupName, CancellationToken cancellationToken = default) =>
        await FindAsync(application.ApplicationId, groupName, cancellationToken) ?? throw GroupErrors.DoesNotExist(application.ApplicationName, groupName);

    /// <summary>A page of names, in their order.</summary>
    internal async Task<(IReadOnlyList<string> Names, string? NextToken)> ListAsync(string applicationId, string? token, CancellationToken cancellationToken)
    {
        var query = new Query(ApplicationKeys.Partition(applicationId), GroupKeys.NamePrefix) { PageToken = token };
        var page = await Pages.ReadAsync(table, query, cancellationToken: cancellationToken);
        return ([.. page.Items.Select(item => GroupKeys.NameIn(item.Key)!)], page.NextToken);
    }

    /// <exception cref="ApiException">The name or the service is taken, or the application or the configuration is gone.</exception>
    internal Task CreateAsync(DeploymentGroup group, CancellationToken cancellationToken) => Contention.RetryAsync("The deployment group", () => GuardedWrite.TryAllAsync(table, GroupWrites.Of(predefined, null, group), cancellationToken));

    /// <summary>Changes what is stored, by whatever it is when the change is written.</summary>
    /// <exception cref="ApiException">There is no such group, or its new name or service is taken, or its new configuration is gone.</exception>
    internal Task ChangeAsync(
        Application application, string groupName, Func<DeploymentGroup, Task<DeploymentGroup>> change, CancellationToken cancellationToken) => Contention.RetryAsync("The deployment group", async () =>
        {
            var item = await FindItemAsync(application.ApplicationId, groupName, cancellationToken)
                ?? throw GroupErrors.DoesNotExist(application.ApplicationName, groupName);
            var changed = await change(item.Read<DeploymentGroup>());
            return await GuardedWrite.TryAllAsync(table, GroupWrites.Of(predefined, item, changed), cancellationToken);
        });

    /// <summary>Deletes it; one that is not there is deleted already.</summary>
    internal Task DeleteAsync(string applicationId, string groupName, CancellationToken cancellationToken) => Contention.RetryAsync("The deployment group", async () =>
        await FindItemAsync(applicationId, groupName, cancellationToken) is not { } item
        || await GuardedWrite.TryAllAsync(table, GroupWrites.Of(predefined, item, null), cancellationToken));

    // Between the two reads the group may be renamed or deleted: then it has not that name any more.
    private async Task<Item?> FindItemAsync(string applicationId, string groupName, CancellationToken cancellationToken)
    {
        if (await table.GetAsync(GroupKeys.Name(applicationId, groupName), cancellationToken) is not { } name)
        {
            return null;
        }

        var item = await table.GetAsync(GroupKeys.Group(name.Read<GroupReference>().DeploymentGroupId), cancellationToken);
        return item?.Read<DeploymentGroup>().DeploymentGroupName == groupName ? item : null;
    }
}
