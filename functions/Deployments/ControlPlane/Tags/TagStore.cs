using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Groups;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Tags;

/// <summary>The tags of applications and groups, which are on their records.</summary>
public sealed class TagStore(ApplicationStore applications, GroupStore groups)
{
    /// <exception cref="ApiException">There is no such application or group.</exception>
    internal async Task<IReadOnlyList<Tag>> ReadAsync(ResourceName resource, CancellationToken cancellationToken)
    {
        var application = await applications.GetAsync(resource.ApplicationName, cancellationToken);
        return resource.DeploymentGroupName is { } name ? (await groups.GetAsync(GroupName.In(application, name), cancellationToken)).Tags : application.Tags;
    }

    /// <exception cref="ApiException">There is no such application or group, or the change is refused.</exception>
    internal async Task ChangeAsync(ResourceName resource, Func<IReadOnlyList<Tag>, IReadOnlyList<Tag>> change, CancellationToken cancellationToken)
    {
        if (resource.DeploymentGroupName is not { } name)
        {
            await applications.ChangeAsync(resource.ApplicationName, application => application with { Tags = change(application.Tags) }, cancellationToken);
            return;
        }

        var owner = await applications.GetAsync(resource.ApplicationName, cancellationToken);
        await groups.ChangeAsync(GroupName.In(owner, name), group => group with { Tags = change(group.Tags) }, cancellationToken);
    }
}
