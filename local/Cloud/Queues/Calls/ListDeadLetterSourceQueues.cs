using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Queues.Calls;

/// <summary>Lists the queues whose dead letters go to this one.</summary>
internal sealed class ListDeadLetterSourceQueues(QueueBook book) : QueueCall<ListDeadLetterSourceQueues.Input>("listDeadLetterSourceQueues")
{
    protected override JsonObject Answer(Input input)
    {
        var arn = book.Names.Arn(book.Get(input.QueueUrl).Name);
        return new JsonObject { ["queueUrls"] = new JsonArray([.. book.All.Where(queue => queue.Redrive?.Target == arn).Select(queue => (JsonNode)book.Names.Url(queue.Name))]) };
    }

    /// <summary>SQS's ListDeadLetterSourceQueuesRequest. All are on the first page.</summary>
    internal sealed record Input(string QueueUrl, string? NextToken, int? MaxResults);
}
