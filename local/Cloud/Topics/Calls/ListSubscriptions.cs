using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Topics.Calls;

/// <summary>Lists all subscriptions.</summary>
internal sealed class ListSubscriptions(TopicBook book, CloudIdentity identity) : TopicCall<ListSubscriptions.Input>("listSubscriptions")
{
    protected override JsonObject Answer(Input input) =>
        TopicListing.Of("Subscriptions", book.Subscriptions, one => one.Arn, input.NextToken, one => TopicListing.Shown(one, identity));

    /// <summary>SNS's ListSubscriptionsInput.</summary>
    internal sealed record Input(string? NextToken);
}
