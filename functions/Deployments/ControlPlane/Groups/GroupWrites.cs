using Sluice.Deployments.ControlPlane.Configurations;
using Sluice.Deployments.Keys;

namespace Sluice.Deployments.ControlPlane.Groups;

/// <summary>What is written when a group changes from one record to another; null is no group.</summary>
internal static class GroupWrites
{
    /// <param name="before">The item as it was read.</param>
    /// <param name="after">What it becomes.</param>
    public static IReadOnlyList<GuardedWrite> Of(KnownConfigurations predefined, Item? before, DeploymentGroup? after)
    {
        var old = before?.Read<DeploymentGroup>();
        return [.. Record(before, after), .. Names(old, after), .. Configurations(predefined, old, after), .. Services(old, after)];
    }

    private static IEnumerable<GuardedWrite> Record(Item? before, DeploymentGroup? after)
    {
        var unchanged = before is null ? Condition.Absent : Condition.Rev(before.Rev);
        if (after is null)
        {
            yield return new GuardedWrite(new DeleteItem(before!.Key, unchanged));
            yield break;
        }

        yield return new GuardedWrite(PutItem.Of(GroupKeys.Group(after.DeploymentGroupId), after, unchanged));
        yield return new GuardedWrite(ApplicationKeys.IsThere(after.ApplicationId), GroupErrors.ApplicationIsGone());
    }

    private static IEnumerable<GuardedWrite> Names(DeploymentGroup? old, DeploymentGroup? after)
    {
        if (old?.DeploymentGroupName == after?.DeploymentGroupName)
        {
            yield break;
        }

        if (old is not null)
        {
            var own = Condition.Equal("deploymentGroupId", old.DeploymentGroupId);
            yield return new GuardedWrite(new DeleteItem(GroupKeys.Name(old.ApplicationId, old.DeploymentGroupName), own));
        }

        if (after is not null)
        {
            var name = GroupKeys.Name(after.ApplicationId, after.DeploymentGroupName);
            yield return new GuardedWrite(
                PutItem.Of(name, new GroupReference(after.DeploymentGroupId), Condition.Absent), GroupErrors.AlreadyExists(after.DeploymentGroupName));
        }
    }

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
