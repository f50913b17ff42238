using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Queues.Calls;

/// <summary>Lists the tags of a queue.</summary>
internal sealed class ListQueueTags(QueueBook book) : QueueCall<ListQueueTags.Input>("listQueueTags")
{
    protected override JsonObject Answer(Input input)
    {
        var tags = book.Get(input.QueueUrl).Tags;
        return tags.Count == 0 ? [] : new JsonObject { ["Tags"] = new JsonObject(tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value))) };
    }

    /// <summary>SQS's ListQueueTagsRequest.</summary>
    internal sealed record Input(string QueueUrl);
}
