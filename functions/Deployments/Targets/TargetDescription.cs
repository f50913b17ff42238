using Sluice.Deployments.Platforms;
using Sluice.Platform.Accounts;

namespace Sluice.Deployments.Targets;

/// <summary>A deployment's one target, told from its record alone.</summary>
public sealed class TargetDescription(ShiftPlatforms platforms, SuiteAccount account)
{
    /// <summary>In the member of its type.</summary>
    internal DeploymentTarget Of(Deployment record) =>
        platforms.Of(record.Plan).Describe(record, new TargetFacts(TargetStatus.Of(record), TargetStatus.UpdatedAt(record), Events(record), account));

    /// <summary>The same in the shape of the older operations.</summary>
    internal InstanceSummary Summary(Deployment record) =>
        new(record.DeploymentId, record.Plan.Target.TargetId(), TargetStatus.Of(record), TargetStatus.UpdatedAt(record), Events(record));

    private IReadOnlyList<LifecycleEvent> Events(Deployment record) => Lifecycle.Of(platforms.Of(record.Plan), record);
}
