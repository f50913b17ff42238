namespace Sluice.Deployments.Targets;

/// <summary>How far a deployment's one target is.</summary>
internal static class TargetStatuses
{
    public static TargetStatus Of(Deployment record) => record.Outcome switch
    {
        DeploymentOutcome.Succeeded => TargetStatus.Succeeded,
        not null => record.StartTime is null ? TargetStatus.Skipped : TargetStatus.Failed,
        null when record.StartTime is null => TargetStatus.Pending,
        null => record.ShownStatus() == DeploymentStatus.Ready ? TargetStatus.Ready : TargetStatus.InProgress,
    };

    /// <summary>The same in the older operations, whose model has the words under another name.</summary>
    public static InstanceStatus OfInstance(Deployment record) => Of(record) switch
    {
        TargetStatus.Pending => InstanceStatus.Pending,
        TargetStatus.InProgress => InstanceStatus.InProgress,
        TargetStatus.Succeeded => InstanceStatus.Succeeded,
        TargetStatus.Failed => InstanceStatus.Failed,
        TargetStatus.Skipped => InstanceStatus.Skipped,
        TargetStatus.Ready => InstanceStatus.Ready,
        _ => InstanceStatus.Unknown,
    };

    /// <summary>When something happened to it last.</summary>
    public static DateTimeOffset UpdatedAt(Deployment record) =>
        record.CompleteTime
        ?? record.Stop?.Time
        ?? record.History.Select(entry => (DateTimeOffset?)(entry.ReadBack ?? entry.Decided)).LastOrDefault()
        ?? record.StartTime
        ?? record.CreateTime;
}
