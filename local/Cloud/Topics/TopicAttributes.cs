using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Topics.Messages;

namespace Sluice.Local.Cloud.Topics;

/// <summary>What can be set of a topic.</summary>
internal static class TopicAttributes
{
    public const string SignatureVersion = "SignatureVersion";
    public const string DeliveryPolicy = "DeliveryPolicy";
    public const string Policy = "Policy";
    private const int LongestDisplayName = 100;

    /// <summary>What is wrong with a value; null if nothing is. An empty one takes back what was set.</summary>
    public static string? Fault(string name, string value) => name switch
    {
        _ when value.Length == 0 => null,
        "DisplayName" => value.Length <= LongestDisplayName ? null : $"DisplayName Reason: at most {LongestDisplayName} characters were expected",
        SignatureVersion => value is "1" or "2" ? null : "SignatureVersion Reason: 1 or 2 was expected",
        DeliveryPolicy => HttpRetries.Fault(value, "http"),
        Policy => IsObject(value) ? null : "Policy Error: null",
        "FifoTopic" when value.Equals("false", StringComparison.OrdinalIgnoreCase) => null,
        "FifoTopic" or "ContentBasedDeduplication" or "FifoThroughputScope" or "ArchivePolicy" => $"{name} Reason: FIFO topics are not served on this machine",
        "KmsMasterKeyId" => "KmsMasterKeyId Reason: this machine has no KMS",
        "TracingConfig" => value is "PassThrough" or "Active" ? null : "TracingConfig Reason: PassThrough or Active was expected",
        _ when name.EndsWith("FeedbackSampleRate", StringComparison.Ordinal) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var rate) && rate <= 100 ? null : $"{name} Reason: 0 to 100 was expected",
        _ when name.EndsWith("FeedbackRoleArn", StringComparison.Ordinal) => $"{name} Reason: delivery logs are not served on this machine, whose own log tells what could not be delivered",
        _ => "AttributeName",
    };

    public static bool IsObject(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
