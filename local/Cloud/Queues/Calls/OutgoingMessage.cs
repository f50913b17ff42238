using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Delivering;

namespace Sluice.Local.Cloud.Queues.Calls;

/// <summary>Sends one message.</summary>
internal static class OutgoingMessage
{
    /// <summary>What the answer says of it.</summary>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">It breaks a rule.</exception>
    public static JsonObject Send(QueueBook book, Queue queue, string body, IReadOnlyDictionary<string, SentAttribute>? sent, int? delaySeconds, string? groupId)
    {
        var attributes = Attributes(sent);
        if (groupId is not null)
        {
            throw QueueErrors.Invalid("MessageGroupId is not served on this machine: its queues are standard queues, and know no groups.");
        }

        if (MessageRules.Fault(body, attributes, delaySeconds, queue) is { } fault)
        {
            throw QueueErrors.Of(fault.Error, fault.Message);
        }

        var answer = new JsonObject { ["MessageId"] = book.Send(queue, body, attributes, delaySeconds), ["MD5OfMessageBody"] = AttributeDigest.Of(body) };
        if (AttributeDigest.Of(attributes) is { } digest)
        {
            answer["MD5OfMessageAttributes"] = digest;
        }

        return answer;
    }

    private static Dictionary<string, MessageAttribute> Attributes(IReadOnlyDictionary<string, SentAttribute>? sent) => (sent ?? new Dictionary<string, SentAttribute>(StringComparer.Ordinal))
        .ToDictionary(pair => pair.Key, pair => new MessageAttribute(pair.Value.DataType, pair.Value.StringValue, pair.Value.BinaryValue), StringComparer.Ordinal);
}
