using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Patterns;
using Sluice.Local.Cloud.Topics.Messages;

namespace Sluice.Local.Cloud.Topics;

/// <summary>What can be set of a subscription.</summary>
internal static class SubscriptionAttributes
{
    public const string Raw = "RawMessageDelivery";
    public const string FilterPolicy = "FilterPolicy";
    public const string FilterScope = "FilterPolicyScope";
    public const string Redrive = "RedrivePolicy";
    public const string DeliveryPolicy = "DeliveryPolicy";
    public const string OfBody = "MessageBody";

    /// <summary>All that is wrong with what a subscription is set to; empty values take back what was set.</summary>
    /// <param name="set">All that it would be set to.</param>
    /// <param name="protocol">How it is told.</param>
    /// <param name="targetFault">What is wrong with a queue's ARN.</param>
    public static IEnumerable<string> Faults(IReadOnlyDictionary<string, string> set, string protocol, Func<string, string?> targetFault) =>
        set.Where(pair => pair.Value.Length > 0).Select(pair => Fault(pair.Key, pair.Value, set.GetValueOrDefault(FilterScope) == OfBody, protocol, targetFault)).OfType<string>();

    /// <summary>The queue for what cannot be delivered; null for none.</summary>
    public static string? DeadLetters(string? redrive) => redrive is null ? null : (string?)JsonNode.Parse(redrive)!["deadLetterTargetArn"];

    private static string? Fault(string name, string value, bool isOfBody, string protocol, Func<string, string?> targetFault) => name switch
    {
        Raw when protocol == "lambda" => "Delivery protocol [lambda] does not support raw message delivery.",
        Raw => value.ToUpperInvariant() is "TRUE" or "FALSE" ? null : "Attributes Reason: RawMessageDelivery: Invalid value. Must be true or false.",
        FilterScope => value is "MessageAttributes" or OfBody ? null : "Attributes Reason: FilterPolicyScope: Invalid value. Please use either MessageBody or MessageAttributes",
        FilterPolicy => FilterFault(value, isOfBody),
        Redrive => RedriveFault(value, targetFault),
        DeliveryPolicy when protocol is not ("http" or "https") => "DeliveryPolicy: only HTTP and HTTPS subscriptions have one",
        DeliveryPolicy => HttpRetries.Fault(value, null),
        _ => $"AttributeName: {name} is not served on this machine",
    };

    private static string? FilterFault(string value, bool isOfBody)
    {
        if (value == "{}")
        {
            return null;
        }

        try
        {
            EventPattern.Parse(value);
            return isOfBody || JsonNode.Parse(value)!.AsObject().All(member => member.Value is JsonArray) ? null : "FilterPolicy: Filter policy scope MessageAttributes does not support nested filter policy";
        }
        catch (InvalidPatternException e)
        {
            return $"FilterPolicy: {e.Message}";
        }
    }

    private static string? RedriveFault(string value, Func<string, string?> targetFault)
    {
        try
        {
            return JsonNode.Parse(value)?["deadLetterTargetArn"] is JsonValue arn && arn.GetValueKind() == JsonValueKind.String
                ? (string)arn! is var text && text.Split(':') is [_, _, "sqs", ..] ? targetFault(text) is { } fault ? $"RedrivePolicy: {fault}" : null : "RedrivePolicy: deadLetterTargetArn is an invalid arn"
                : "RedrivePolicy: {\"deadLetterTargetArn\": \"a queue's ARN\"} was expected";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return "RedrivePolicy: failed to parse JSON.";
        }
    }
}
