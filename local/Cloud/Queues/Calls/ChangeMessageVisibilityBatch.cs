using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Queues.Calls;

/// <summary>The same for up to ten messages.</summary>
internal sealed class ChangeMessageVisibilityBatch(QueueBook book) : QueueCall<ChangeMessageVisibilityBatch.Input>("changeMessageVisibilityBatch")
{
    protected override JsonObject Answer(Input input)
    {
        var queue = book.Get(input.QueueUrl);
        return BatchEntries.Each(input.Entries, entry => entry.Id, entry =>
        {
            Receipts.Hide(book, queue, entry.ReceiptHandle, entry.VisibilityTimeout ?? 0);
            return [];
        });
    }

    /// <summary>SQS's ChangeMessageVisibilityBatchRequest.</summary>
    internal sealed record Input(string QueueUrl, IReadOnlyList<Entry> Entries);

    /// <summary>SQS's ChangeMessageVisibilityBatchRequestEntry.</summary>
    internal sealed record Entry(string Id, string ReceiptHandle, int? VisibilityTimeout);
}
