using Sluice.Pipelines.ControlPlane.Tags;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Tags;

/// <summary>Takes tags away.</summary>
public sealed class UntagResource : IOperation<UntagResourceInput, UntagResourceOutput>
{
    private readonly ResourceTags _tags;

    internal UntagResource(ResourceTags tags) => _tags = tags;

    /// <inheritdoc/>
    public async Task<UntagResourceOutput> RunAsync(UntagResourceInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var keys = TagFaults.CheckedKeys(input.TagKeys);
        await _tags.ChangeAsync(input.ResourceArn, tags => TagRules.Without(tags, keys), cancellationToken);
        return new UntagResourceOutput();
    }
}
