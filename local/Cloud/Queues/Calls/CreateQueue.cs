using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Queues.Calls;

/// <summary>Makes a standard queue.</summary>
internal sealed class CreateQueue(QueueBook book, TimeProvider time) : QueueCall<CreateQueue.Input>("createQueue")
{
    protected override JsonObject Answer(Input input)
    {
        QueueNames.Check(input.QueueName);
        var set = input.Attributes ?? new Dictionary<string, string>(StringComparer.Ordinal);
        string[] faults = [.. QueueAttributes.Faults(set, book.Has)];
        if (faults.Length > 0)
        {
            throw QueueErrors.InvalidAttribute(string.Join("; ", faults));
        }

        var queue = new Queue(input.QueueName, time.GetUtcNow())
        {
            Set = QueueAttributes.With(new Dictionary<string, string>(StringComparer.Ordinal), set),
            Tags = QueueTags.With([], input.Tags ?? new Dictionary<string, string>(StringComparer.Ordinal)),
        };
        return new JsonObject { ["QueueUrl"] = book.Names.Url(book.Create(queue).Name) };
    }

    /// <summary>SQS's CreateQueueRequest.</summary>
    internal sealed record Input(string QueueName, IReadOnlyDictionary<string, string>? Attributes, [property: JsonPropertyName("tags")] IReadOnlyDictionary<string, string>? Tags);
}
