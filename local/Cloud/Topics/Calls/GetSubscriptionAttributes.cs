using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Delivering;

namespace Sluice.Local.Cloud.Topics.Calls;

/// <summary>Says what a subscription is set to.</summary>
internal sealed class GetSubscriptionAttributes(TopicBook book, CloudIdentity identity) : TopicCall<GetSubscriptionAttributes.Input>("getSubscriptionAttributes")
{
    protected override JsonObject Answer(Input input)
    {
        var subscription = book.GetSubscription(input.SubscriptionArn);
        var attributes = new JsonObject
        {
            ["SubscriptionArn"] = subscription.Arn,
            ["TopicArn"] = subscription.TopicArn,
            ["Owner"] = identity.AccountId,
            ["Protocol"] = subscription.Protocol,
            ["Endpoint"] = ShownUrl.Of(subscription.Endpoint),
            ["PendingConfirmation"] = subscription.IsConfirmed ? "false" : "true",
            ["ConfirmationWasAuthenticated"] = subscription.IsHttp && !subscription.AuthenticateOnUnsubscribe ? "false" : "true",
            ["RawMessageDelivery"] = "false",
            ["SubscriptionPrincipal"] = $"arn:aws:iam::{identity.AccountId}:root",
        };
        foreach (var (name, value) in subscription.Set)
        {
            attributes[name] = value;
        }

        if (subscription.Set.ContainsKey(SubscriptionAttributes.FilterPolicy))
        {
            attributes[SubscriptionAttributes.FilterScope] ??= "MessageAttributes";
        }

        return new JsonObject { ["Attributes"] = attributes };
    }

    /// <summary>SNS's GetSubscriptionAttributesInput.</summary>
    internal sealed record Input(string SubscriptionArn);
}
