using Sluice.Deployments.Protocol;
using Sluice.Platform.Accounts;

namespace Sluice.Deployments.Targets;

/// <summary>A deployment's one target, told from its record alone.</summary>
public sealed class TargetDescription(ShiftPlatforms platforms, SuiteAccount account)
{
    /// <summary>In the member of its type.</summary>
    internal DeploymentTarget Of(Deployment record) =>
        platforms.Of(record.Plan).Describe(record, new TargetFacts(TargetStatuses.Of(record), TargetStatuses.UpdatedAt(record), Events(record), account));

    /// <summary>The same in the shape of the older operations.</summary>
    internal InstanceSummary Summary(Deployment record) =>
        new()
        {
            DeploymentId = record.DeploymentId,
            InstanceId = record.Plan.Target.TargetId(),
            Status = TargetStatuses.OfInstance(record),
            LastUpdatedAt = TargetStatuses.UpdatedAt(record),
            LifecycleEvents = Events(record),
        };

    private IReadOnlyList<LifecycleEvent> Events(Deployment record) => Lifecycle.Of(platforms.Of(record.Plan), record);
}
