using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Queues.Calls;

/// <summary>Lists the URLs of queues, in pages if that is asked for.</summary>
internal sealed class ListQueues(QueueBook book) : QueueCall<ListQueues.Input>("listQueues")
{
    private const int Most = 1000;

    protected override JsonObject Answer(Input input)
    {
        var queues = book.All.Where(queue => queue.Name.StartsWith(input.QueueNamePrefix ?? "", StringComparison.Ordinal)).ToList();
        var page = ListingPage<Queue>.Of(queues, queue => queue.Name, input.NextToken, input.MaxResults ?? Most, () => QueueErrors.Invalid("The NextToken is invalid."));
        var answer = new JsonObject();
        if (page.Items.Count > 0)
        {
            answer["QueueUrls"] = new JsonArray([.. page.Items.Select(queue => (JsonNode)book.Names.Url(queue.Name))]);
        }

        if (page.NextToken is { } next && input.MaxResults is not null)
        {
            answer["NextToken"] = next;
        }

        return answer;
    }

    /// <summary>SQS's ListQueuesRequest.</summary>
    internal sealed record Input(string? QueueNamePrefix, string? NextToken, int? MaxResults);
}
