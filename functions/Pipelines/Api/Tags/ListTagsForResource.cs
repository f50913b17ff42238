using Sluice.Pipelines.ControlPlane.Tags;
using Sluice.Pipelines.ControlPlane;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Tags;

/// <summary>Lists the tags of a pipeline, a webhook or a custom action type.</summary>
public sealed class ListTagsForResource : IOperation<ListTagsForResourceInput, ListTagsForResourceOutput>
{
    private readonly ResourceTags _tags;

    internal ListTagsForResource(ResourceTags tags) => _tags = tags;

    /// <inheritdoc/>
    public async Task<ListTagsForResourceOutput> RunAsync(ListTagsForResourceInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var (page, next) = ListPages.Of(await _tags.GetAsync(input.ResourceArn, cancellationToken), input.ResourceArn, input.NextToken, input.MaxResults);
        return new ListTagsForResourceOutput { Tags = TagFaults.Shown(page), NextToken = next };
    }
}
