using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Delivering;

namespace Sluice.Local.Cloud.Queues.Calls;

/// <summary>Receives up to ten messages, and waits for the first if that is asked for.</summary>
internal sealed class ReceiveMessage(QueueBook book, Reception reception, CloudIdentity identity) : QueueCall<ReceiveMessage.Input>("receiveMessage")
{
    private const int Most = 10;
    private const int LongestWait = 20;
    private const int LongestHidden = 43200;

    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var queue = book.Get(input.QueueUrl);
        Check("MaxNumberOfMessages", input.MaxNumberOfMessages, 1, Most);
        Check("WaitTimeSeconds", input.WaitTimeSeconds, 0, LongestWait);
        Check("VisibilityTimeout", input.VisibilityTimeout, 0, LongestHidden);
        var messages = await reception.ReceiveAsync(
            queue,
            input.MaxNumberOfMessages ?? 1,
            Seconds(input.VisibilityTimeout, queue, QueueAttributes.Visibility),
            Seconds(input.WaitTimeSeconds, queue, QueueAttributes.Wait),
            cancellationToken);
        return messages.Count == 0 ? [] : new JsonObject { ["Messages"] = new JsonArray([.. messages.Select(message => (JsonNode)Shown(message, input))]) };
    }

    private JsonObject Shown(StoredMessage message, Input input)
    {
        var shown = new JsonObject { ["MessageId"] = message.MessageId, ["ReceiptHandle"] = message.Receipt, ["MD5OfBody"] = AttributeDigest.Of(message.Body), ["Body"] = message.Body };
        IReadOnlyList<string> system = [.. input.AttributeNames ?? [], .. input.MessageSystemAttributeNames ?? []];
        var attributes = System(message).Where(pair => system.Contains("All") || system.Contains(pair.Key)).ToList();
        if (attributes.Count > 0)
        {
            shown["Attributes"] = new JsonObject(attributes.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        }

        var own = message.Attributes.Where(pair => (input.MessageAttributeNames ?? []).Any(wanted => Fits(wanted, pair.Key))).ToDictionary(StringComparer.Ordinal);
        if (own.Count > 0)
        {
            shown["MD5OfMessageAttributes"] = AttributeDigest.Of(own);
            shown["MessageAttributes"] = new JsonObject(own.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)AwsJson.Write(pair.Value))));
        }

        return shown;
    }

    private IEnumerable<KeyValuePair<string, string>> System(StoredMessage message)
    {
        yield return KeyValuePair.Create("SenderId", identity.AccountId);
        yield return KeyValuePair.Create("SentTimestamp", Text(message.SentAt));
        yield return KeyValuePair.Create("ApproximateReceiveCount", Text(message.Receives));
        yield return KeyValuePair.Create("ApproximateFirstReceiveTimestamp", Text(message.FirstReceivedAt));
        if (message.MovedFrom is { } source)
        {
            yield return KeyValuePair.Create("DeadLetterQueueSourceArn", source);
        }
    }

    private static bool Fits(string wanted, string name) => wanted is "All" or ".*" || wanted == name || (wanted.EndsWith(".*", StringComparison.Ordinal) && name.StartsWith(wanted[..^2], StringComparison.Ordinal));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static TimeSpan Seconds(int? asked, Queue queue, string attribute) => asked is { } seconds ? TimeSpan.FromSeconds(seconds) : queue.Seconds(attribute);

    private static void Check(string name, int? value, int least, int most)
    {
        if (value < least || value > most)
        {
            throw QueueErrors.Invalid($"Value {value} for parameter {name} is invalid. Reason: Must be between {least} and {most}, if provided.");
        }
    }

    /// <summary>SQS's ReceiveMessageRequest.</summary>
    internal sealed record Input(
        string QueueUrl,
        IReadOnlyList<string>? AttributeNames,
        IReadOnlyList<string>? MessageSystemAttributeNames,
        IReadOnlyList<string>? MessageAttributeNames,
        int? MaxNumberOfMessages,
        int? VisibilityTimeout,
        int? WaitTimeSeconds,
        string? ReceiveRequestAttemptId);
}
