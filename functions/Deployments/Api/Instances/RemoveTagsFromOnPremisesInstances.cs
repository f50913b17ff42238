using Sluice.Deployments.ControlPlane.Instances;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Instances;

/// <summary>Takes tags from on-premises instances, from all of them or from none.</summary>
internal sealed class RemoveTagsFromOnPremisesInstances(InstanceStore instances) : IOperation<RemoveTagsFromOnPremisesInstancesInput, NoOutput>
{
    /// <inheritdoc/>
    public async Task<NoOutput> RunAsync(RemoveTagsFromOnPremisesInstancesInput input, OperationContext context, CancellationToken cancellationToken)
    {
        InstanceTags.Check(input.Tags);
        var names = InstanceRules.CheckBatch(input.InstanceNames);
        await instances.ChangeTagsAsync(names, instance => InstanceTags.Remove(instance, input.Tags), cancellationToken);
        return NoOutput.Value;
    }
}
