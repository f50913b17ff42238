using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Queues.Calls;

/// <summary>Deletes a message that was received.</summary>
internal sealed class DeleteMessage(QueueBook book) : QueueCall<DeleteMessage.Input>("deleteMessage")
{
    protected override JsonObject Answer(Input input)
    {
        Receipts.Delete(book, book.Get(input.QueueUrl), input.ReceiptHandle);
        return [];
    }

    /// <summary>SQS's DeleteMessageRequest.</summary>
    internal sealed record Input(string QueueUrl, string ReceiptHandle);
}
