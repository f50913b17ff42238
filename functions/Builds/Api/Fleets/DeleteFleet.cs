using Sluice.Builds.ControlPlane;
using Sluice.Builds.ControlPlane.Fleets;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Fleets;

/// <summary>Deletes a fleet. As in CodeBuild, one that is not there is no error.</summary>
public sealed class DeleteFleet(FleetStore fleets, SuiteAccount account) : IOperation<DeleteFleetInput, DeleteFleetOutput>
{
    /// <inheritdoc/>
    public async Task<DeleteFleetOutput> RunAsync(DeleteFleetInput input, OperationContext context, CancellationToken cancellationToken)
    {
        BuildArns.Fleets.Required(input.Arn, account);
        if (await fleets.FindByNameOrArnAsync(input.Arn, cancellationToken) is { } fleet)
        {
            await fleets.DeleteAsync(fleet.Name, cancellationToken);
        }

        return new DeleteFleetOutput();
    }
}
