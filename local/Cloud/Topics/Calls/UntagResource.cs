using System.Text.Json.Nodes;
using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Topics.Calls;

/// <summary>Takes tags from a topic.</summary>
internal sealed class UntagResource(TopicBook book) : TopicCall<UntagResource.Input>("untagResource")
{
    protected override JsonObject Answer(Input input)
    {
        _ = book.Find(input.ResourceArn) ?? throw TopicErrors.NoResource();
        book.Change(input.ResourceArn, topic => topic with { Tags = TagRules.Without(topic.Tags, input.TagKeys) });
        return [];
    }

    /// <summary>SNS's UntagResourceRequest.</summary>
    internal sealed record Input(string ResourceArn, IReadOnlyList<string> TagKeys);
}
