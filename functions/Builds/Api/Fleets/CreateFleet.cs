using Sluice.Builds.ControlPlane.Fleets;
using Sluice.Platform.Accounts;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Fleets;

/// <summary>Makes a fleet: how many builds of the projects that name it run at once.</summary>
public sealed class CreateFleet(FleetStore fleets, SuiteAccount account, IIds ids, TimeProvider time)
    : IOperation<CreateFleetInput, CreateFleetOutput>
{
    /// <inheritdoc/>
    public async Task<CreateFleetOutput> RunAsync(CreateFleetInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var fleet = FleetSettings.Create(input, time.GetUtcNow());
        FleetRules.Faults(fleet).Throw();
        var stored = new StoredFleet(ids.Uuid(), fleet);
        await fleets.CreateAsync(stored, cancellationToken);
        return new CreateFleetOutput { Fleet = stored.Answer(account) };
    }
}
