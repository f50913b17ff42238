using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Queues.Calls;

/// <summary>Gives the URL of a queue by its name.</summary>
internal sealed class GetQueueUrl(QueueBook book, CloudIdentity identity) : QueueCall<GetQueueUrl.Input>("getQueueUrl")
{
    protected override JsonObject Answer(Input input) => book.Find(input.QueueName) is { } queue && (input.QueueOwnerAWSAccountId ?? identity.AccountId) == identity.AccountId
        ? new JsonObject { ["QueueUrl"] = book.Names.Url(queue.Name) }
        : throw QueueErrors.NotFound();

    /// <summary>SQS's GetQueueUrlRequest.</summary>
    internal sealed record Input(string QueueName, string? QueueOwnerAWSAccountId);
}
