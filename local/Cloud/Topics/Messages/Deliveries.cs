using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Delivering;
using Sluice.Platform.Json;

namespace Sluice.Local.Cloud.Topics.Messages;

/// <summary>What is brought to a subscriber, by its protocol.</summary>
internal sealed class Deliveries(Envelope envelope)
{
    /// <summary>A message that was published.</summary>
    public Delivery Of(Topic topic, Subscription subscription, PublishedMessage message)
    {
        var text = ProtocolText.Of(message, subscription.Protocol);
        var document = envelope.Of(topic, subscription, message);
        var body = subscription switch
        {
            { IsRaw: true } => text,
            { Protocol: "lambda" } => Event(subscription, document).ToJsonString(AwsJson.Options),
            _ => document.ToJsonString(AwsJson.Options),
        };
        return Of(topic, subscription, message.Id, Envelope.Notification, body, message.At) with
        {
            Attributes = subscription is { IsRaw: true, Protocol: "sqs" } ? message.Attributes : new Dictionary<string, MessageAttribute>(StringComparer.Ordinal),
        };
    }

    /// <summary>A question to a subscriber.</summary>
    public Delivery Asking(string type, Topic topic, Subscription subscription, string messageId, DateTimeOffset now) =>
        Of(topic, subscription, messageId, type, envelope.Asking(type, topic, subscription, messageId, now).ToJsonString(AwsJson.Options), now);

    private static Delivery Of(Topic topic, Subscription subscription, string messageId, string type, string body, DateTimeOffset now) =>
        new($"{messageId}/{subscription.Arn}", subscription.Arn, subscription.Endpoint, body, now)
        {
            Kind = type,
            Headers = subscription.IsHttp ? Headers(topic, subscription, messageId, type) : new Dictionary<string, string>(StringComparer.Ordinal),
            DeadLetters = type == Envelope.Notification ? SubscriptionAttributes.DeadLetters(subscription.Set.GetValueOrDefault(SubscriptionAttributes.Redrive)) : null,
            Policy = subscription.IsHttp
                ? JsonSerializer.Serialize(HttpRetries.Of(subscription.Set.GetValueOrDefault(SubscriptionAttributes.DeliveryPolicy), topic.Set.GetValueOrDefault(TopicAttributes.DeliveryPolicy)), SluiceJson.Options)
                : null,
        };

    private static Dictionary<string, string> Headers(Topic topic, Subscription subscription, string messageId, string type)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["x-amz-sns-message-type"] = type, ["x-amz-sns-message-id"] = messageId, ["x-amz-sns-topic-arn"] = topic.Arn,
        };
        if (type != Envelope.Confirmation)
        {
            headers["x-amz-sns-subscription-arn"] = subscription.Arn;
        }

        if (subscription.IsRaw && type == Envelope.Notification)
        {
            headers["x-amz-sns-rawdelivery"] = "true";
        }

        return headers;
    }

    /// <summary>The event that a function is invoked with, in which some members have other names.</summary>
    private static JsonObject Event(Subscription subscription, JsonObject document)
    {
        var sns = (JsonObject)document.DeepClone();
        sns["Subject"] ??= null;
        sns["SigningCertUrl"] = sns["SigningCertURL"]!.DeepClone();
        sns["UnsubscribeUrl"] = sns["UnsubscribeURL"]!.DeepClone();
        sns["MessageAttributes"] ??= new JsonObject();
        sns.Remove("SigningCertURL");
        sns.Remove("UnsubscribeURL");
        return new JsonObject
        {
            ["Records"] = new JsonArray(new JsonObject { ["EventSource"] = "aws:sns", ["EventVersion"] = "1.0", ["EventSubscriptionArn"] = subscription.Arn, ["Sns"] = sns }),
        };
    }
}
