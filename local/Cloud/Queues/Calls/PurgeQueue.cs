using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Queues.Calls;

/// <summary>Deletes all messages of a queue.</summary>
internal sealed class PurgeQueue(QueueBook book) : QueueCall<PurgeQueue.Input>("purgeQueue")
{
    protected override JsonObject Answer(Input input)
    {
        book.Messages.Purge(book.Get(input.QueueUrl).Name);
        return [];
    }

    /// <summary>SQS's PurgeQueueRequest.</summary>
    internal sealed record Input(string QueueUrl);
}
