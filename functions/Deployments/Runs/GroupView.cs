using Sluice.Deployments.Keys;

namespace Sluice.Deployments.Runs;

/// <summary>A group's activity and the first of those that wait, as they were read.</summary>
/// <param name="Stored">The activity's item; null if the group never had a deployment.</param>
/// <param name="Place">The first place in the queue; null if nobody waits.</param>
/// <param name="Next">The deployment that has it.</param>
internal sealed record GroupView(Item? Stored, Item? Place, Item? Next)
{
    public GroupActivity Activity { get; } = Stored?.Read<GroupActivity>() ?? new GroupActivity();

    /// <summary>Reads it. The activity is read first: a deployment that enters the queue afterwards changes its revision.</summary>
    public static async Task<GroupView> ReadAsync(ITable table, string deploymentGroupId, CancellationToken cancellationToken)
    {
        var stored = await table.GetAsync(ActivityKeys.Activity(deploymentGroupId), cancellationToken);
        var waiting = new Query(ActivityKeys.Partition(deploymentGroupId), ActivityKeys.QueuePrefix) { Limit = 1 };
        var place = (await table.QueryAsync(waiting, cancellationToken)).Items is [var first, ..] ? first : null;
        var next = place is null ? null : await table.GetAsync(DeploymentKeys.Deployment(place.Read<DeploymentReference>().DeploymentId), cancellationToken);
        return new GroupView(stored, place, next);
    }

    /// <summary>The write of the activity, at the revision that was read: whoever enters the queue writes it too, so nobody is overlooked.</summary>
    public TableWrite Write(string deploymentGroupId, GroupActivity activity) => PutItem.Of(
        ActivityKeys.Activity(deploymentGroupId), activity, Stored is { } stored ? Condition.Rev(stored.Rev) : Condition.Absent);
}
