namespace Sluice.Packages.Api.Tags;

/// <summary>Lists the tags of a domain, a repository or a package group.</summary>
public sealed class ListTagsForResource : IOperation<ListTagsForResourceRequest, ListTagsForResourceResult>
{
    private readonly TaggedResources _resources;

    internal ListTagsForResource(TaggedResources resources) => _resources = resources;

    /// <inheritdoc/>
    public async Task<ListTagsForResourceResult> RunAsync(ListTagsForResourceRequest input, OperationContext context, CancellationToken cancellationToken) =>
        new() { Tags = PackageTags.Write(await _resources.TagsAsync(input.ResourceArn, cancellationToken)) };
}
