using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Delivering;

namespace Sluice.Local.Cloud.Topics.Calls;

/// <summary>A page of a hundred.</summary>
internal static class TopicListing
{
    private const int Most = 100;

    /// <exception cref="StateMachines.Tasks.TaskFailedException">The token leads nowhere.</exception>
    public static JsonObject Of<T>(string member, IReadOnlyList<T> all, Func<T, string> arnOf, string? token, Func<T, JsonObject> shown)
    {
        var page = ListingPage<T>.Of(all, arnOf, token, Most, () => TopicErrors.Invalid("NextToken"));
        var answer = new JsonObject { [member] = new JsonArray([.. page.Items.Select(item => (JsonNode)shown(item))]) };
        if (page.NextToken is { } next)
        {
            answer["NextToken"] = next;
        }

        return answer;
    }

    public static JsonObject Shown(Subscription subscription, CloudIdentity identity) => new()
    {
        ["SubscriptionArn"] = subscription.IsConfirmed ? subscription.Arn : "PendingConfirmation",
        ["Owner"] = identity.AccountId,
        ["Protocol"] = subscription.Protocol,
        ["Endpoint"] = ShownUrl.Of(subscription.Endpoint),
        ["TopicArn"] = subscription.TopicArn,
    };
}
