using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Delivering;
using Sluice.Local.Cloud.Patterns;

namespace Sluice.Local.Cloud.Topics.Messages;

/// <summary>Whether a subscription's filter lets a message through: a policy is an event pattern on the message's attributes, or on its body.</summary>
internal static class FilteredMessage
{
    public static bool Passes(Subscription subscription, PublishedMessage message, string text)
    {
        if (subscription.Set.GetValueOrDefault(SubscriptionAttributes.FilterPolicy) is not { } policy || policy == "{}")
        {
            return true;
        }

        var filtered = subscription.Set.GetValueOrDefault(SubscriptionAttributes.FilterScope) == SubscriptionAttributes.OfBody ? Body(text) : Attributes(message.Attributes);
        return filtered is not null && EventPattern.Stored(policy).Matches(filtered);
    }

    private static JsonObject? Body(string text) => Parsed(text) as JsonObject;

    private static JsonObject Attributes(IReadOnlyDictionary<string, MessageAttribute> attributes) =>
        new(attributes.Where(pair => pair.Value.StringValue is not null).Select(pair => KeyValuePair.Create(pair.Key, Value(pair.Value))));

    private static JsonNode? Value(MessageAttribute attribute) => attribute.DataType switch
    {
        "String.Array" => Parsed(attribute.StringValue!),
        _ when attribute.DataType.StartsWith("Number", StringComparison.Ordinal) && decimal.TryParse(attribute.StringValue, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => attribute.StringValue,
    };

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
