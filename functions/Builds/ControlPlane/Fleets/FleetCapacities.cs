namespace Sluice.Builds.ControlPlane.Fleets;

/// <summary>Tells those who start builds how many of a fleet may run at once.</summary>
public sealed class FleetCapacities(FleetStore fleets)
{
    /// <summary>Null if there is no such fleet.</summary>
    /// <param name="nameOrArn">As a project's <c>environment.fleet.fleetArn</c> has it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<FleetCapacity?> FindAsync(string nameOrArn, CancellationToken cancellationToken) =>
        await fleets.FindByNameOrArnAsync(nameOrArn, cancellationToken) is { } fleet ? FleetCapacity.Of(fleet.Fleet) : null;
}
