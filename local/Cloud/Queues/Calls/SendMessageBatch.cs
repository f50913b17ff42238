using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Queues.Calls;

/// <summary>Sends up to ten messages.</summary>
internal sealed class SendMessageBatch(QueueBook book) : QueueCall<SendMessageBatch.Input>("sendMessageBatch")
{
    protected override JsonObject Answer(Input input)
    {
        var queue = book.Get(input.QueueUrl);
        return BatchEntries.Each(input.Entries, entry => entry.Id, entry =>
            OutgoingMessage.Send(book, queue, entry.MessageBody, entry.MessageAttributes, entry.DelaySeconds, entry.MessageGroupId ?? entry.MessageDeduplicationId));
    }

    /// <summary>SQS's SendMessageBatchRequest.</summary>
    internal sealed record Input(string QueueUrl, IReadOnlyList<Entry> Entries);

    /// <summary>SQS's SendMessageBatchRequestEntry.</summary>
    internal sealed record Entry(
        string Id,
        string MessageBody,
        int? DelaySeconds,
        IReadOnlyDictionary<string, SentAttribute>? MessageAttributes,
        IReadOnlyDictionary<string, SentAttribute>? MessageSystemAttributes,
        string? MessageDeduplicationId,
        string? MessageGroupId);
}
