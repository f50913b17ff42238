using Sluice.Local.Cloud.Delivering;
using Sluice.Local.Cloud.Topics.Messages;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Topics;

/// <summary>Tells subscribers. All that there is to deliver is stored before anything is delivered, and before the publisher knows.</summary>
internal sealed class Publishing(TopicBook book, Deliveries deliveries, DeliveryLine line, IIds ids, TimeProvider time)
{
    /// <summary>Publishes a message that keeps to the rules.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">There is no such topic.</exception>
    public string Publish(string topicArn, string text, string? subject, bool isByProtocol, IReadOnlyDictionary<string, MessageAttribute> attributes, string? id = null)
    {
        var topic = book.Get(topicArn);
        var message = new PublishedMessage(id ?? ids.Uuid(), text, subject, isByProtocol, attributes, time.GetUtcNow());
        List<Action> begins =
        [
            .. book.Of(topicArn)
                .Where(subscription => subscription.IsConfirmed && FilteredMessage.Passes(subscription, message, ProtocolText.Of(message, subscription.Protocol)))
                .Select(subscription => line.Store(deliveries.Of(topic, subscription, message))),
        ];
        begins.ForEach(begin => begin());
        return message.Id;
    }

    /// <summary>Asks a subscriber whether it wants to be told, or still does.</summary>
    public void Ask(string type, Subscription subscription) =>
        line.Store(deliveries.Asking(type, book.Get(subscription.TopicArn), subscription, ids.Uuid(), time.GetUtcNow()))();
}
