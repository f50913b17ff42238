using Sluice.Builds.ControlPlane.Fleets;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Fleets;

/// <summary>Changes a fleet. Builds that run are not ended by a lower capacity.</summary>
public sealed class UpdateFleet(FleetStore fleets, SuiteAccount account, TimeProvider time) : IOperation<UpdateFleetInput, UpdateFleetOutput>
{
    /// <inheritdoc/>
    public async Task<UpdateFleetOutput> RunAsync(UpdateFleetInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var named = await fleets.GetByArnAsync(input.Arn, cancellationToken);
        var changed = await fleets.ChangeAsync(named.Name, Changed, cancellationToken);
        return new UpdateFleetOutput { Fleet = changed.Answer(account) };

        StoredFleet Changed(StoredFleet before)
        {
            var after = FleetSettings.Update(before.Fleet, input, time.GetUtcNow());
            FleetRules.Faults(after).Throw();
            return before with { Fleet = after };
        }
    }
}
