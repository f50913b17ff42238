using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Topics.Calls;

/// <summary>Begins a subscription. Over HTTP the subscriber is asked first, and confirms.</summary>
internal sealed class Subscribe(Subscribing subscribing) : TopicCall<Subscribe.Input>("subscribe")
{
    protected override JsonObject Answer(Input input)
    {
        var subscription = subscribing.Subscribe(input.TopicArn, input.Protocol, input.Endpoint ?? "", input.Attributes ?? new Dictionary<string, string>(StringComparer.Ordinal));
        return new JsonObject { ["SubscriptionArn"] = subscription.IsConfirmed || input.ReturnSubscriptionArn == true ? subscription.Arn : "pending confirmation" };
    }

    /// <summary>SNS's SubscribeInput.</summary>
    internal sealed record Input(string TopicArn, string Protocol, string? Endpoint, IReadOnlyDictionary<string, string>? Attributes, bool? ReturnSubscriptionArn);
}
