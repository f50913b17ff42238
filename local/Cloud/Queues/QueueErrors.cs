using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Queues;

/// <summary>SQS's errors as a machine sees them.</summary>
internal static class QueueErrors
{
    /// <summary>What the service calls an error otherwise than SDKs, and so machines, do.</summary>
    public static IReadOnlyDictionary<string, string> Shapes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["QueueDoesNotExistException"] = "com.amazonaws.sqs#QueueDoesNotExist",
        ["QueueNameExistsException"] = "com.amazonaws.sqs#QueueNameExists",
        ["ReceiptHandleIsInvalidException"] = "com.amazonaws.sqs#ReceiptHandleIsInvalid",
        ["InvalidAttributeNameException"] = "com.amazonaws.sqs#InvalidAttributeName",
        ["InvalidAttributeValueException"] = "com.amazonaws.sqs#InvalidAttributeValue",
        ["InvalidMessageContentsException"] = "com.amazonaws.sqs#InvalidMessageContents",
        ["EmptyBatchRequestException"] = "com.amazonaws.sqs#EmptyBatchRequest",
        ["TooManyEntriesInBatchRequestException"] = "com.amazonaws.sqs#TooManyEntriesInBatchRequest",
        ["BatchEntryIdsNotDistinctException"] = "com.amazonaws.sqs#BatchEntryIdsNotDistinct",
        ["BatchRequestTooLongException"] = "com.amazonaws.sqs#BatchRequestTooLong",
        ["UnsupportedOperationException"] = "com.amazonaws.sqs#UnsupportedOperation",
    };

    /// <summary>The codes of the query protocol, which SQS still says.</summary>
    public static IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["QueueDoesNotExistException"] = "AWS.SimpleQueueService.NonExistentQueue",
        ["QueueNameExistsException"] = "QueueAlreadyExists",
        ["EmptyBatchRequestException"] = "AWS.SimpleQueueService.EmptyBatchRequest",
        ["TooManyEntriesInBatchRequestException"] = "AWS.SimpleQueueService.TooManyEntriesInBatchRequest",
        ["BatchEntryIdsNotDistinctException"] = "AWS.SimpleQueueService.BatchEntryIdsNotDistinct",
        ["BatchRequestTooLongException"] = "AWS.SimpleQueueService.BatchRequestTooLong",
        ["UnsupportedOperationException"] = "AWS.SimpleQueueService.UnsupportedOperation",
    };

    public static TaskFailedException NotFound() => Of("QueueDoesNotExist", "The specified queue does not exist.");

    public static TaskFailedException Invalid(string message) => Of("InvalidParameterValue", message);

    public static TaskFailedException InvalidAttribute(string message) => Of(message.StartsWith("Unknown", StringComparison.Ordinal) ? "InvalidAttributeName" : "InvalidAttributeValue", message);

    public static TaskFailedException Of(string name, string message) => new($"Sqs.{name}Exception", message);
}
