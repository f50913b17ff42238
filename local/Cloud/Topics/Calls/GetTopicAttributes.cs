using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Topics.Messages;
using Sluice.Platform.Json;

namespace Sluice.Local.Cloud.Topics.Calls;

/// <summary>Says what a topic is set to, and how many subscribe.</summary>
internal sealed class GetTopicAttributes(TopicBook book, CloudIdentity identity) : TopicCall<GetTopicAttributes.Input>("getTopicAttributes")
{
    protected override JsonObject Answer(Input input)
    {
        var topic = book.Get(input.TopicArn);
        var subscriptions = book.Of(topic.Arn);
        var attributes = new JsonObject
        {
            ["TopicArn"] = topic.Arn,
            ["Owner"] = identity.AccountId,
            ["DisplayName"] = "",
            ["Policy"] = TopicPolicy.Default(topic, identity).ToJsonString(AwsJson.Options),
            ["SubscriptionsConfirmed"] = Text(subscriptions.Count(one => one.IsConfirmed)),
            ["SubscriptionsPending"] = Text(subscriptions.Count(one => !one.IsConfirmed)),
            ["SubscriptionsDeleted"] = Text(topic.Deleted),
            ["EffectiveDeliveryPolicy"] = Effective(topic),
        };
        foreach (var (name, value) in topic.Set)
        {
            attributes[name] = value;
        }

        return new JsonObject { ["Attributes"] = attributes };
    }

    private static string Effective(Topic topic) => new JsonObject
    {
        ["http"] = new JsonObject
        {
            ["defaultHealthyRetryPolicy"] = JsonSerializer.SerializeToNode(HttpRetries.Of(null, topic.Set.GetValueOrDefault(TopicAttributes.DeliveryPolicy)), SluiceJson.Options),
            ["disableSubscriptionOverrides"] = false,
        },
    }.ToJsonString(AwsJson.Options);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>SNS's GetTopicAttributesInput.</summary>
    internal sealed record Input(string TopicArn);
}
