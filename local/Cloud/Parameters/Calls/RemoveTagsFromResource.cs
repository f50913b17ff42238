using System.Text.Json.Nodes;
using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Parameters.Calls;

/// <summary>Takes tags from a parameter.</summary>
internal sealed class RemoveTagsFromResource(ParameterStore store) : ParameterCall<RemoveTagsFromResource.Input>("removeTagsFromResource")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        ParameterTags.Check(input.ResourceType);
        await ParameterTags.OfAsync(
            input.ResourceId, id => store.ChangeAsync(id, parameter => parameter with { Tags = TagRules.Without(parameter.Tags, input.TagKeys) }, cancellationToken));
        return [];
    }

    /// <summary>Parameter Store's RemoveTagsFromResourceRequest.</summary>
    internal sealed record Input(string ResourceType, string ResourceId, IReadOnlyList<string> TagKeys);
}
