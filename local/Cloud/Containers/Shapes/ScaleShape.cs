namespace Sluice.Local.Cloud.Containers.Shapes;

/// <summary>ECS's Scale.</summary>
internal sealed record ScaleShape(double? Value, string? Unit)
{
    /// <summary>0 to 100; all of the desired count if nothing is said.</summary>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">ECS would refuse it.</exception>
    public static double Percent(ScaleShape? scale) => scale switch
    {
        null => 100,
        { Unit: not (null or "PERCENT") } => throw EcsErrors.InvalidParameter($"The scale's unit is '{scale.Unit}', and must be PERCENT."),
        { Value: >= 0 and <= 100 } => scale.Value.Value,
        _ => throw EcsErrors.InvalidParameter($"The scale's value is {scale.Value?.ToString() ?? "absent"}, and must be 0 to 100."),
    };
}
