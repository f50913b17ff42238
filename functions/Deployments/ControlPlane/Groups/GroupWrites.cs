using Sluice.Deployments.ControlPlane.Configurations;
using Sluice.Deployments.Keys;

namespace Sluice.Deployments.ControlPlane.Groups;

/// <summary>What is written beside a group that changes from one record to another; null is no group.</summary>
internal static class GroupWrites
{
    public static IEnumerable<GuardedWrite> Beside(KnownConfigurations predefined, DeploymentGroup? old, DeploymentGroup? after) =>
        [.. Application(after), .. Configurations(predefined, old, after), .. Services(old, after)];

    private static IEnumerable<GuardedWrite> Application(DeploymentGroup? after) =>
        after is null ? [] : [new GuardedWrite(ApplicationKeys.IsThere(after.ApplicationId), GroupErrors.ApplicationIsGone())];

    private static IEnumerable<GuardedWrite> Configurations(KnownConfigurations predefined, DeploymentGroup? old, DeploymentGroup? after)
    {
        var (from, to) = (old?.Settings.DeploymentConfigName, after?.Settings.DeploymentConfigName);
        if (from == to)
        {
            yield break;
        }

        if (from is not null && predefined.IsStored(from))
        {
            yield return new GuardedWrite(ConfigurationStore.Use(from, -1));
        }

        if (to is not null && predefined.IsStored(to))
        {
            yield return new GuardedWrite(ConfigurationStore.Use(to, 1), ConfigurationErrors.DoesNotExist(to));
        }
    }

    private static IEnumerable<GuardedWrite> Services(DeploymentGroup? old, DeploymentGroup? after)
    {
        var (from, to) = (ServiceOf(old), ServiceOf(after));
        if (from == to)
        {
            yield break;
        }

        if (from is not null)
        {
            yield return new GuardedWrite(new DeleteItem(GroupKeys.Service(from), Condition.Equal("deploymentGroupId", old!.DeploymentGroupId)));
        }

        if (to is not null)
        {
            var taken = PutItem.Of(GroupKeys.Service(to), new GroupReference(after!.DeploymentGroupId), Condition.Absent);
            yield return new GuardedWrite(taken, GroupErrors.ServiceIsTaken(to));
        }
    }

    private static ECSService? ServiceOf(DeploymentGroup? group) => group?.Settings.EcsServices?[0];
}
