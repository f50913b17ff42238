using System.Text.Json.Nodes;
using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Queues.Calls;

/// <summary>Takes tags from a queue.</summary>
internal sealed class UntagQueue(QueueBook book) : QueueCall<UntagQueue.Input>("untagQueue")
{
    protected override JsonObject Answer(Input input)
    {
        book.Change(input.QueueUrl, queue => queue with { Tags = TagRules.Without(queue.Tags, input.TagKeys) });
        return [];
    }

    /// <summary>SQS's UntagQueueRequest.</summary>
    internal sealed record Input(string QueueUrl, IReadOnlyList<string> TagKeys);
}
