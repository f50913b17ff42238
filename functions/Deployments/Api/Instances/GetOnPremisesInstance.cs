using Sluice.Deployments.ControlPlane.Instances;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Instances;

/// <summary>Tells of an on-premises instance, deregistered ones included.</summary>
internal sealed class GetOnPremisesInstance(InstanceStore instances) : IOperation<GetOnPremisesInstanceInput, GetOnPremisesInstanceOutput>
{
    /// <inheritdoc/>
    public async Task<GetOnPremisesInstanceOutput> RunAsync(GetOnPremisesInstanceInput input, OperationContext context, CancellationToken cancellationToken)
    {
        InstanceRules.CheckName(input.InstanceName).Throw();
        return new GetOnPremisesInstanceOutput
        {
            InstanceInfo = InstanceDescription.Of(
            await instances.FindAsync(input.InstanceName, cancellationToken) ?? throw InstanceErrors.NotRegistered([input.InstanceName])),
        };
    }
}
