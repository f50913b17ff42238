using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Topics.Calls;

/// <summary>Lists the tags of a topic.</summary>
internal sealed class ListTagsForResource(TopicBook book) : TopicCall<ListTagsForResource.Input>("listTagsForResource")
{
    protected override JsonObject Answer(Input input) =>
        new() { ["Tags"] = AwsJson.Write((book.Find(input.ResourceArn) ?? throw TopicErrors.NoResource()).Tags) };

    /// <summary>SNS's ListTagsForResourceRequest.</summary>
    internal sealed record Input(string ResourceArn);
}
