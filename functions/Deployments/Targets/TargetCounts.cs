namespace Sluice.Deployments.Targets;

/// <summary>How many targets are how far. A deployment that shifts traffic has one.</summary>
internal static class TargetCounts
{
    public static DeploymentOverview Of(Deployment record)
    {
        var status = TargetStatuses.Of(record);
        return new DeploymentOverview
        {
            Pending = Count(TargetStatus.Pending),
            InProgress = Count(TargetStatus.InProgress),
            Succeeded = Count(TargetStatus.Succeeded),
            Failed = Count(TargetStatus.Failed),
            Skipped = Count(TargetStatus.Skipped),
            Ready = Count(TargetStatus.Ready),
        };

        long Count(TargetStatus counted) => counted == status ? 1 : 0;
    }
}
