namespace Sluice.Builds.ControlPlane.Fleets;

/// <summary>What a fleet means to builds here: how many of them run at once.</summary>
/// <param name="Name">The fleet's name, however it was asked for.</param>
/// <param name="AtOnce">The base capacity; with a scaling configuration its maximum.</param>
/// <param name="Overflows">Whether more run as builds without a fleet do, in place of waiting.</param>
public sealed record FleetCapacity(string Name, int AtOnce, bool Overflows)
{
    internal static FleetCapacity Of(Fleet fleet) => new(
        fleet.Name!, Math.Max(fleet.BaseCapacity!.Value, fleet.ScalingConfiguration?.MaxCapacity ?? 0), fleet.OverflowBehavior == FleetOverflowBehavior.ON_DEMAND);
}
