using Sluice.Deployments.ControlPlane.Instances;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Instances;

/// <summary>Deregisters an on-premises instance. As in CodeDeploy, one that is not registered is no error.</summary>
internal sealed class DeregisterOnPremisesInstance(InstanceStore instances, TimeProvider time) : IOperation<DeregisterOnPremisesInstanceInput, NoOutput>
{
    /// <inheritdoc/>
    public async Task<NoOutput> RunAsync(DeregisterOnPremisesInstanceInput input, OperationContext context, CancellationToken cancellationToken)
    {
        InstanceRules.CheckName(input.InstanceName).Throw();
        await instances.DeregisterAsync(input.InstanceName, time.GetUtcNow(), cancellationToken);
        return NoOutput.Value;
    }
}
