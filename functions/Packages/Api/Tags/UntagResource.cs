using Sluice.Platform.Api;

namespace Sluice.Packages.Api.Tags;

/// <summary>Takes tags away from a domain, a repository or a package group.</summary>
public sealed class UntagResource : IOperation<UntagResourceRequest, UntagResourceResult>
{
    private readonly TaggedResources _resources;

    internal UntagResource(TaggedResources resources) => _resources = resources;

    /// <inheritdoc/>
    public async Task<UntagResourceResult> RunAsync(UntagResourceRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        await _resources.ChangeAsync(input.ResourceArn, tags => TagRules.Without(tags, input.TagKeys), cancellationToken);
        return new UntagResourceResult();
    }
}
