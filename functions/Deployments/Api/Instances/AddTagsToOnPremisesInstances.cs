using Sluice.Deployments.ControlPlane.Instances;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Instances;

/// <summary>Adds tags to on-premises instances, to all of them or to none.</summary>
public sealed class AddTagsToOnPremisesInstances(InstanceStore instances) : IOperation<AddTagsToOnPremisesInstancesInput, NoOutput>
{
    /// <inheritdoc/>
    public async Task<NoOutput> RunAsync(AddTagsToOnPremisesInstancesInput input, OperationContext context, CancellationToken cancellationToken)
    {
        InstanceTags.Check(input.Tags);
        var names = InstanceRules.CheckBatch(input.InstanceNames);
        await instances.ChangeTagsAsync(names, instance => InstanceTags.Add(instance, input.Tags), cancellationToken);
        return NoOutput.Value;
    }
}
