using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Queues.Calls;

/// <summary>Sets attributes of a queue.</summary>
internal sealed class SetQueueAttributes(QueueBook book) : QueueCall<SetQueueAttributes.Input>("setQueueAttributes")
{
    protected override JsonObject Answer(Input input)
    {
        book.Get(input.QueueUrl);
        string[] faults = [.. QueueAttributes.Faults(input.Attributes, book.Has)];
        if (faults.Length > 0)
        {
            throw QueueErrors.InvalidAttribute(string.Join("; ", faults));
        }

        book.Change(input.QueueUrl, queue => queue with { Set = QueueAttributes.With(queue.Set, input.Attributes) });
        return [];
    }

    /// <summary>SQS's SetQueueAttributesRequest.</summary>
    internal sealed record Input(string QueueUrl, IReadOnlyDictionary<string, string> Attributes);
}
