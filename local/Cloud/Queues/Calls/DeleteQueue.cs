using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Queues.Calls;

/// <summary>Deletes a queue with what is in it.</summary>
internal sealed class DeleteQueue(QueueBook book) : QueueCall<DeleteQueue.Input>("deleteQueue")
{
    protected override JsonObject Answer(Input input)
    {
        book.Delete(input.QueueUrl);
        return [];
    }

    /// <summary>SQS's DeleteQueueRequest.</summary>
    internal sealed record Input(string QueueUrl);
}
