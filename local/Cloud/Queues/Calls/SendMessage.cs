using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Queues.Calls;

/// <summary>Sends a message.</summary>
internal sealed class SendMessage(QueueBook book) : QueueCall<SendMessage.Input>("sendMessage")
{
    protected override JsonObject Answer(Input input) =>
        OutgoingMessage.Send(book, book.Get(input.QueueUrl), input.MessageBody, input.MessageAttributes, input.DelaySeconds, input.MessageGroupId ?? input.MessageDeduplicationId);

    /// <summary>SQS's SendMessageRequest.</summary>
    internal sealed record Input(
        string QueueUrl,
        string MessageBody,
        int? DelaySeconds,
        IReadOnlyDictionary<string, SentAttribute>? MessageAttributes,
        IReadOnlyDictionary<string, SentAttribute>? MessageSystemAttributes,
        string? MessageDeduplicationId,
        string? MessageGroupId);
}
