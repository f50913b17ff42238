using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Topics.Calls;

/// <summary>Confirms a subscription by the token that its endpoint was sent.</summary>
internal sealed class ConfirmSubscription(Subscribing subscribing) : TopicCall<ConfirmSubscription.Input>("confirmSubscription")
{
    protected override JsonObject Answer(Input input) => new()
    {
        ["SubscriptionArn"] = subscribing.Confirm(input.TopicArn, input.Token, input.AuthenticateOnUnsubscribe?.Equals("true", StringComparison.OrdinalIgnoreCase) == true).Arn,
    };

    /// <summary>SNS's ConfirmSubscriptionInput.</summary>
    internal sealed record Input(string TopicArn, string Token, string? AuthenticateOnUnsubscribe)
    {
        /// <summary>Without what is secret.</summary>
        public override string ToString() => TopicArn;
    }
}
