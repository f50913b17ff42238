using Amazon.Lambda.SQSEvents;
using Sluice.Platform.Events;

namespace Sluice.Lambdas.Platform;

/// <summary>What Lambda passes of a queue, and what it wants to be told.</summary>
internal static class QueueBatches
{
    public static IEnumerable<QueueMessage> Messages(SQSEvent batch) => batch.Records.Select(message => new QueueMessage(message.MessageId, message.Body));

    /// <param name="failed">The ids of those that are to come again.</param>
    public static SQSBatchResponse Answer(IEnumerable<string> failed) => new([.. failed.Select(id => new SQSBatchResponse.BatchItemFailure { ItemIdentifier = id })]);
}
