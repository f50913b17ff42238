namespace Sluice.Deployments.Runs;

/// <summary>What the deployments of a group leave behind for it. Their own writes keep it, so the group's record stays its users'.</summary>
public sealed record GroupActivity
{
    /// <summary>The one deployment that goes on; null if none does. It is given up by its terminal write, and by nothing else.</summary>
    public string? ActiveDeploymentId { get; init; }

    /// <summary>The deployment that was started last.</summary>
    public LastDeploymentInfo? LastAttempted { get; init; }

    /// <summary>The deployment that succeeded last.</summary>
    public LastDeploymentInfo? LastSuccessful { get; init; }

    /// <summary>What that one deployed, without its text.</summary>
    public RevisionLocation? TargetRevision { get; init; }

    internal GroupActivity Begun(Deployment started) => this with { ActiveDeploymentId = started.DeploymentId, LastAttempted = LastDeployment.Of(started) };

    internal GroupActivity Ended(Deployment ended)
    {
        var after = this with { ActiveDeploymentId = ActiveDeploymentId == ended.DeploymentId ? null : ActiveDeploymentId, LastAttempted = LastDeployment.Of(ended) };
        return ended.Status == DeploymentStatus.Succeeded
            ? after with { LastSuccessful = after.LastAttempted, TargetRevision = ended.Request?.Revision ?? TargetRevision }
            : after;
    }
}
