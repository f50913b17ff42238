using System.Globalization;
using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Queues.Calls;

/// <summary>Says what a queue is set to, and how much is in it.</summary>
internal sealed class GetQueueAttributes(QueueBook book) : QueueCall<GetQueueAttributes.Input>("getQueueAttributes")
{
    protected override JsonObject Answer(Input input)
    {
        var all = Of(book.Get(input.QueueUrl));
        var wanted = input.AttributeNames ?? [];
        var shown = wanted.Contains("All") ? all : all.Where(pair => wanted.Contains(pair.Key));
        var attributes = new JsonObject(shown.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        return attributes.Count == 0 ? [] : new JsonObject { ["Attributes"] = attributes };
    }

    private IEnumerable<KeyValuePair<string, string>> Of(Queue queue)
    {
        var (visible, hidden, delayed) = book.Messages.Count(queue.Name);
        return
        [
            KeyValuePair.Create("QueueArn", book.Names.Arn(queue.Name)),
            KeyValuePair.Create("ApproximateNumberOfMessages", Text(visible)),
            KeyValuePair.Create("ApproximateNumberOfMessagesNotVisible", Text(hidden)),
            KeyValuePair.Create("ApproximateNumberOfMessagesDelayed", Text(delayed)),
            KeyValuePair.Create("CreatedTimestamp", Text(queue.CreatedAt.ToUnixTimeSeconds())),
            KeyValuePair.Create("LastModifiedTimestamp", Text(queue.ChangedAt.ToUnixTimeSeconds())),
            .. queue.Set,
            .. QueueAttributes.Defaults.Where(pair => !queue.Set.ContainsKey(pair.Key)),
        ];
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>SQS's GetQueueAttributesRequest.</summary>
    internal sealed record Input(string QueueUrl, IReadOnlyList<string>? AttributeNames);
}
