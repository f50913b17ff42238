using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Repositories.Calls;

/// <summary>A repository's tags.</summary>
internal sealed class ListTagsForResource(RepositoryStore store) : RepositoryCall<ListTagsForResource.Input>("listTagsForResource")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var tags = (await store.GetByArnAsync(input.ResourceArn, cancellationToken)).Tags;
        return new JsonObject { ["Tags"] = new JsonObject(tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value))) };
    }

    /// <summary>CodeCommit's ListTagsForResourceInput.</summary>
    internal sealed record Input(string ResourceArn, string? NextToken);
}
