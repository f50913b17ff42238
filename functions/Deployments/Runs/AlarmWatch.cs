using Sluice.Deployments.Keys;

namespace Sluice.Deployments.Runs;

/// <summary>Which deployments an alarm stops: an item each, under the alarm's name.</summary>
internal static class AlarmWatch
{
    public static IEnumerable<TableWrite> Add(Deployment record) => Keys(record).Select(key => PutItem.Of(key, new AlarmWatcher(record.DeploymentId)));

    public static IEnumerable<TableWrite> Remove(Deployment record) => Keys(record).Select(key => new DeleteItem(key));

    private static IEnumerable<Key> Keys(Deployment record) =>
        (record.Shift?.AlarmNames ?? []).Select(name => DeploymentKeys.Watch(name, record.DeploymentId));
}
