using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Queues.Calls;

/// <summary>Adds tags to a queue, or changes them.</summary>
internal sealed class TagQueue(QueueBook book) : QueueCall<TagQueue.Input>("tagQueue")
{
    protected override JsonObject Answer(Input input)
    {
        book.Change(input.QueueUrl, queue => queue with { Tags = QueueTags.With(queue.Tags, input.Tags) });
        return [];
    }

    /// <summary>SQS's TagQueueRequest.</summary>
    internal sealed record Input(string QueueUrl, IReadOnlyDictionary<string, string> Tags);
}
