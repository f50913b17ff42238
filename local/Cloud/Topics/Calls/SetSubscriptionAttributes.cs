using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Delivering;

namespace Sluice.Local.Cloud.Topics.Calls;

/// <summary>Sets an attribute of a subscription; an empty value takes it back.</summary>
internal sealed class SetSubscriptionAttributes(TopicBook book, DeliveryTargets targets) : TopicCall<SetSubscriptionAttributes.Input>("setSubscriptionAttributes")
{
    protected override JsonObject Answer(Input input)
    {
        book.ChangeSubscription(input.SubscriptionArn, subscription => Changed(subscription, input));
        return [];
    }

    private Subscription Changed(Subscription subscription, Input input)
    {
        var set = AttributeSet.With(subscription.Set, input.AttributeName, input.AttributeValue ?? "");
        string[] faults = [.. SubscriptionAttributes.Faults(set, subscription.Protocol, targets.Fault)];
        return faults.Length == 0 ? subscription with { Set = set } : throw TopicErrors.Invalid(string.Join("; ", faults));
    }

    /// <summary>SNS's SetSubscriptionAttributesInput.</summary>
    internal sealed record Input(string SubscriptionArn, string AttributeName, string? AttributeValue);
}
