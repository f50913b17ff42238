namespace Sluice.Deployments.Keys;

/// <summary>Where a group's activity and the deployments that wait for their turn are in the table.</summary>
internal static class ActivityKeys
{
    public const string QueuePrefix = "QUEUED#";

    public static Key Activity(string deploymentGroupId) => new(Partition(deploymentGroupId), "ACTIVITY");

    /// <summary>A place in the group's queue; places are in the order of time.</summary>
    public static Key Place(string deploymentGroupId, Deployment waiting) =>
        new(Partition(deploymentGroupId), QueuePrefix + ListingKeys.At(waiting.CreateTime) + waiting.DeploymentId);

    public static string Partition(string deploymentGroupId) => $"GROUPACTIVITY#{deploymentGroupId}";
}
