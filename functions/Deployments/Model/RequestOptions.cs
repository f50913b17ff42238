namespace Sluice.Deployments.Model;

/// <summary>What a request said beside what is deployed where; null is not said.</summary>
public sealed record RequestOptions
{
    /// <summary>A note.</summary>
    public string? Description { get; init; }

    /// <summary>Instead of the group's.</summary>
    public AutoRollbackConfiguration? AutoRollbackConfiguration { get; init; }

    /// <summary>Instead of the group's.</summary>
    public AlarmConfiguration? OverrideAlarmConfiguration { get; init; }

    /// <summary>Servers: <c>DISALLOW</c>, <c>OVERWRITE</c> or <c>RETAIN</c>.</summary>
    public FileExistsBehavior? FileExistsBehavior { get; init; }

    /// <summary>Servers: whether a failing ApplicationStop lets the deployment go on.</summary>
    public bool? IgnoreApplicationStopFailures { get; init; }

    /// <summary>Servers: only instances that do not have the revision.</summary>
    public bool? UpdateOutdatedInstancesOnly { get; init; }

    /// <summary>Servers: the instances of a blue/green deployment.</summary>
    public TargetInstances? TargetInstances { get; init; }
}
