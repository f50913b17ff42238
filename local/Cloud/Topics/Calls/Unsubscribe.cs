using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Topics.Calls;

/// <summary>Ends a subscription.</summary>
internal sealed class Unsubscribe(TopicBook book) : TopicCall<Unsubscribe.Input>("unsubscribe")
{
    protected override JsonObject Answer(Input input)
    {
        book.Unsubscribe(input.SubscriptionArn);
        return [];
    }

    /// <summary>SNS's UnsubscribeInput.</summary>
    internal sealed record Input(string SubscriptionArn);
}
