using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Topics.Calls;

/// <summary>Lists topics.</summary>
internal sealed class ListTopics(TopicBook book) : TopicCall<ListTopics.Input>("listTopics")
{
    protected override JsonObject Answer(Input input) => TopicListing.Of("Topics", book.Topics, topic => topic.Arn, input.NextToken, topic => new JsonObject { ["TopicArn"] = topic.Arn });

    /// <summary>SNS's ListTopicsInput.</summary>
    internal sealed record Input(string? NextToken);
}
