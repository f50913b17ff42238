namespace Sluice.Local.Cloud.Queues.Calls;

/// <summary>What is done by a receipt handle.</summary>
internal static class Receipts
{
    private const int LongestHidden = 43200;

    /// <exception cref="StateMachines.Tasks.TaskFailedException">It is no handle.</exception>
    public static void Delete(QueueBook book, Queue queue, string handle) => book.Messages.Delete(queue.Name, Row(handle));

    /// <exception cref="StateMachines.Tasks.TaskFailedException">It is no handle, or its message is not hidden.</exception>
    public static void Hide(QueueBook book, Queue queue, string handle, int seconds)
    {
        if (seconds is < 0 or > LongestHidden)
        {
            throw QueueErrors.Invalid($"Value {seconds} for parameter VisibilityTimeout is invalid. Reason: VisibilityTimeout must be an integer between 0 and {LongestHidden}.");
        }

        if (!book.Messages.TryHide(queue.Name, Row(handle), TimeSpan.FromSeconds(seconds)))
        {
            throw QueueErrors.Invalid($"Value {handle} for parameter ReceiptHandle is invalid. Reason: Message does not exist or is not available for visibility timeout change.");
        }

        book.Waits.Raise(queue.Name);
    }

    private static long Row(string handle) => ReceiptHandle.Row(handle) ?? throw QueueErrors.Of("ReceiptHandleIsInvalid", $"The input receipt handle \"{handle}\" is not a valid receipt handle.");
}
