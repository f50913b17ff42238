namespace Sluice.Packages.Api.Tags;

/// <summary>Adds tags to a domain, a repository or a package group, or changes them.</summary>
public sealed class TagResource : IOperation<TagResourceRequest, TagResourceResult>
{
    private readonly TaggedResources _resources;

    internal TagResource(TaggedResources resources) => _resources = resources;

    /// <inheritdoc/>
    public async Task<TagResourceResult> RunAsync(TagResourceRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        await _resources.ChangeAsync(input.ResourceArn, tags => PackageTags.With(tags, input.Tags), cancellationToken);
        return new TagResourceResult();
    }
}
