namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>What the record of a deployment to ECS holds of its kind.</summary>
internal static class EcsRecord
{
    public static EcsPlan Service(this Deployment record) => (EcsPlan)record.Plan.Target;

    /// <summary>Of a deployment whose shift is planned.</summary>
    public static EcsShift Listeners(this Deployment record) => (EcsShift)record.Shift!;

    /// <summary>None are known before the shift is planned.</summary>
    public static EcsProgress TaskSets(this Deployment record) => (EcsProgress?)record.Progress ?? new EcsProgress([]);
}
