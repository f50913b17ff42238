using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Queues.Calls;

/// <summary>Deletes up to ten messages that were received.</summary>
internal sealed class DeleteMessageBatch(QueueBook book) : QueueCall<DeleteMessageBatch.Input>("deleteMessageBatch")
{
    protected override JsonObject Answer(Input input)
    {
        var queue = book.Get(input.QueueUrl);
        return BatchEntries.Each(input.Entries, entry => entry.Id, entry =>
        {
            Receipts.Delete(book, queue, entry.ReceiptHandle);
            return [];
        });
    }

    /// <summary>SQS's DeleteMessageBatchRequest.</summary>
    internal sealed record Input(string QueueUrl, IReadOnlyList<Entry> Entries);

    /// <summary>SQS's DeleteMessageBatchRequestEntry.</summary>
    internal sealed record Entry(string Id, string ReceiptHandle);
}
