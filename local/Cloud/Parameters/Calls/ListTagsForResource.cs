using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Parameters.Calls;

/// <summary>A parameter's tags.</summary>
internal sealed class ListTagsForResource(ParameterStore store) : ParameterCall<ListTagsForResource.Input>("listTagsForResource")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        ParameterTags.Check(input.ResourceType);
        var parameter = await ParameterTags.OfAsync(input.ResourceId, id => store.GetAsync(id, cancellationToken));
        return new JsonObject { ["TagList"] = AwsJson.Write(parameter.Tags) };
    }

    /// <summary>Parameter Store's ListTagsForResourceRequest.</summary>
    internal sealed record Input(string ResourceType, string ResourceId);
}
