using Sluice.Deployments.ControlPlane.Instances;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Instances;

/// <summary>Tells of up to a hundred on-premises instances; those that there never were are left out.</summary>
public sealed class BatchGetOnPremisesInstances(InstanceStore instances) : IOperation<BatchGetOnPremisesInstancesInput, BatchGetOnPremisesInstancesOutput>
{
    /// <inheritdoc/>
    public async Task<BatchGetOnPremisesInstancesOutput> RunAsync(
        BatchGetOnPremisesInstancesInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var names = Batches.Check(input.InstanceNames, Batch.MostNames, "InstanceNameRequiredException", Batch.Exceeded);
        var faults = new RequestFaults();
        names.Select(InstanceRules.CheckName).ToList().ForEach(faults.Add);
        faults.Throw();
        var (found, _) = await Batches.ReadAsync(names, name => instances.FindAsync(name, cancellationToken));
        return new BatchGetOnPremisesInstancesOutput { InstanceInfos = [.. found.Select(InstanceDescription.Of)] };
    }
}
