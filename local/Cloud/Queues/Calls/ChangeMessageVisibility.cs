using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Queues.Calls;

/// <summary>Hides a message that was received for longer, or shows it again.</summary>
internal sealed class ChangeMessageVisibility(QueueBook book) : QueueCall<ChangeMessageVisibility.Input>("changeMessageVisibility")
{
    protected override JsonObject Answer(Input input)
    {
        Receipts.Hide(book, book.Get(input.QueueUrl), input.ReceiptHandle, input.VisibilityTimeout);
        return [];
    }

    /// <summary>SQS's ChangeMessageVisibilityRequest.</summary>
    internal sealed record Input(string QueueUrl, string ReceiptHandle, int VisibilityTimeout);
}
