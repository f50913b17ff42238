using Sluice.Builds.ControlPlane.Fleets;
using Sluice.Platform.Accounts;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Fleets;

/// <summary>Tells of up to a hundred fleets, by their names or ARNs.</summary>
public sealed class BatchGetFleets(FleetStore fleets, SuiteAccount account) : IOperation<BatchGetFleetsInput, BatchGetFleetsOutput>
{
    /// <inheritdoc/>
    public async Task<BatchGetFleetsOutput> RunAsync(BatchGetFleetsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var (found, missing) = await Batches.ReadAsync([.. input.Names.Distinct()], name => fleets.FindByNameOrArnAsync(name, cancellationToken));
        return new BatchGetFleetsOutput { Fleets = [.. found.Select(fleet => fleet.Answer(account))], FleetsNotFound = missing };
    }
}
