using Sluice.Local.Cloud.Delivering;
using Sluice.Local.Cloud.Topics.Messages;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Topics;

/// <summary>Begins, confirms and ends subscriptions.</summary>
internal sealed class Subscribing(TopicBook book, Publishing publishing, DeliveryTargets targets, IIds ids, TimeProvider time)
{
    /// <exception cref="TaskFailedException">It breaks a rule.</exception>
    public Subscription Subscribe(string topicArn, string protocol, string endpoint, IReadOnlyDictionary<string, string> set)
    {
        var topic = book.Get(topicArn);
        string[] faults = [.. EndpointRules.Faults(protocol, endpoint, targets.Fault), .. SubscriptionAttributes.Faults(set, protocol, targets.Fault)];
        if (faults.Length > 0)
        {
            throw TopicErrors.Invalid(string.Join("; ", faults));
        }

        var asked = new Subscription($"{topic.Arn}:{ids.Uuid()}", topic.Arn, protocol, endpoint, time.GetUtcNow())
        {
            Set = set.Where(pair => pair.Value.Length > 0).ToDictionary(StringComparer.Ordinal),
        };
        var made = book.Subscribe(asked.IsHttp ? asked with { Token = ids.Secret() + ids.Secret() } : asked);
        if (!made.IsConfirmed)
        {
            publishing.Ask(Envelope.Confirmation, made);
        }

        return made;
    }

    /// <summary>A second confirmation is answered as the first.</summary>
    /// <exception cref="TaskFailedException">There is nothing to confirm by this token.</exception>
    public Subscription Confirm(string topicArn, string token, bool authenticateOnUnsubscribe)
    {
        var meant = book.Of(book.Get(topicArn).Arn).FirstOrDefault(subscription => token.Length > 0 && (subscription.Token == token || subscription.ConfirmedBy == token))
            ?? throw TopicErrors.Invalid("Token");
        return book.ChangeSubscription(meant.Arn, subscription => subscription.Token == token
            ? subscription with { Token = null, ConfirmedBy = token, AuthenticateOnUnsubscribe = authenticateOnUnsubscribe }
            : subscription);
    }

    /// <summary>Ends one for somebody who has only the URL: the subscriber is told, and may take it back.</summary>
    /// <exception cref="TaskFailedException">Only a signed request may.</exception>
    public void End(string arn)
    {
        if (book.FindSubscription(arn) is not { IsConfirmed: true } subscription)
        {
            return;
        }

        if (subscription.AuthenticateOnUnsubscribe)
        {
            throw TopicErrors.Of("AuthorizationError", "Only a signed request may end this subscription.");
        }

        if (!subscription.IsHttp)
        {
            book.Unsubscribe(arn);
            return;
        }

        publishing.Ask(Envelope.UnsubscribeConfirmation, book.ChangeSubscription(arn, one => one with { Token = ids.Secret() + ids.Secret(), ConfirmedBy = null, CreatedAt = time.GetUtcNow() }));
    }
}
