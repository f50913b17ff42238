using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Topics.Signing;

namespace Sluice.Local.Cloud.Topics.Messages;

/// <summary>The signed documents in which subscribers get messages.</summary>
internal sealed class Envelope(TopicSigner signer, TopicUrls urls)
{
    public const string Notification = "Notification";
    public const string Confirmation = "SubscriptionConfirmation";
    public const string UnsubscribeConfirmation = "UnsubscribeConfirmation";

    /// <summary>A message as a subscription is told of it.</summary>
    public JsonObject Of(Topic topic, Subscription subscription, PublishedMessage message)
    {
        var document = new JsonObject { ["Type"] = Notification, ["MessageId"] = message.Id, ["TopicArn"] = topic.Arn };
        if (message.Subject is not null)
        {
            document["Subject"] = message.Subject;
        }

        document["Message"] = ProtocolText.Of(message, subscription.Protocol);
        Sign(document, topic, message.At);
        document["UnsubscribeURL"] = urls.Ending(subscription.Arn);
        if (message.Attributes.Count > 0)
        {
            document["MessageAttributes"] = new JsonObject(message.Attributes.Select(pair =>
                KeyValuePair.Create(pair.Key, (JsonNode?)new JsonObject { ["Type"] = pair.Value.DataType, ["Value"] = pair.Value.StringValue ?? pair.Value.BinaryValue })));
        }

        return document;
    }

    /// <summary>What asks a subscriber whether it wants, or still wants, to be told.</summary>
    public JsonObject Asking(string type, Topic topic, Subscription subscription, string messageId, DateTimeOffset now)
    {
        var text = type == Confirmation
            ? $"You have chosen to subscribe to the topic {topic.Arn}.\nTo confirm the subscription, visit the SubscribeURL included in this message."
            : $"You have chosen to deactivate subscription {subscription.Arn}.\nTo cancel this operation and restore the subscription, visit the SubscribeURL included in this message.";
        var document = new JsonObject
        {
            ["Type"] = type,
            ["MessageId"] = messageId,
            ["Token"] = subscription.Token,
            ["TopicArn"] = topic.Arn,
            ["Message"] = text,
            ["SubscribeURL"] = urls.Confirming(topic.Arn, subscription.Token!),
        };
        Sign(document, topic, now);
        return document;
    }

    private void Sign(JsonObject document, Topic topic, DateTimeOffset at)
    {
        document["Timestamp"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
        document["SignatureVersion"] = topic.SignatureVersion;
        document["Signature"] = signer.Sign(topic.SignatureVersion, SignedText.Of(document));
        document["SigningCertURL"] = urls.Certificate;
    }
}
