using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Logs.Calls;

/// <summary>A group's tags.</summary>
internal sealed class ListTagsForResource(LogCatalog catalog, CloudIdentity identity) : LogsCall<ListTagsForResource.Input>("listTagsForResource")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken) =>
        LogTags.Answer(await catalog.GetAsync(GroupNames.OfArn(input.ResourceArn, identity), cancellationToken));

    /// <summary>CloudWatch Logs' ListTagsForResourceRequest.</summary>
    internal sealed record Input(string ResourceArn);
}
