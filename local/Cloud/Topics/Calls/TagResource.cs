using System.Text.Json.Nodes;
using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Topics.Calls;

/// <summary>Adds tags to a topic, or changes them.</summary>
internal sealed class TagResource(TopicBook book) : TopicCall<TagResource.Input>("tagResource")
{
    protected override JsonObject Answer(Input input)
    {
        _ = book.Find(input.ResourceArn) ?? throw TopicErrors.NoResource();
        book.Change(input.ResourceArn, topic => topic with { Tags = TopicTags.With(topic.Tags, input.Tags) });
        return [];
    }

    /// <summary>SNS's TagResourceRequest.</summary>
    internal sealed record Input(string ResourceArn, IReadOnlyList<ResourceTag> Tags);
}
