using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Topics.Calls;

/// <summary>Lists the subscriptions to a topic.</summary>
internal sealed class ListSubscriptionsByTopic(TopicBook book, CloudIdentity identity) : TopicCall<ListSubscriptionsByTopic.Input>("listSubscriptionsByTopic")
{
    protected override JsonObject Answer(Input input) =>
        TopicListing.Of("Subscriptions", book.Of(book.Get(input.TopicArn).Arn), one => one.Arn, input.NextToken, one => TopicListing.Shown(one, identity));

    /// <summary>SNS's ListSubscriptionsByTopicInput.</summary>
    internal sealed record Input(string TopicArn, string? NextToken);
}
