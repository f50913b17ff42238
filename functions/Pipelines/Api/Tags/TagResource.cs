using Sluice.Pipelines.ControlPlane.Tags;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Tags;

/// <summary>Adds tags to a pipeline, a webhook or a custom action type, or changes them.</summary>
public sealed class TagResource : IOperation<TagResourceInput, TagResourceOutput>
{
    private readonly ResourceTags _tags;

    internal TagResource(ResourceTags tags) => _tags = tags;

    /// <inheritdoc/>
    public async Task<TagResourceOutput> RunAsync(TagResourceInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var added = TagFaults.Checked(input.Tags);
        await _tags.ChangeAsync(input.ResourceArn, tags => TagFaults.Counted(TagRules.With(tags, added)), cancellationToken);
        return new TagResourceOutput();
    }
}
