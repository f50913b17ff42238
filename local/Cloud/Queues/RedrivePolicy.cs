using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Queues;

/// <summary>Where messages go that were received too often.</summary>
/// <param name="Target">A queue's ARN.</param>
/// <param name="Most">How often a message is received at most, 1 to 1000.</param>
internal sealed record RedrivePolicy(string Target, int Most)
{
    /// <returns>Null if it is none.</returns>
    public static RedrivePolicy? Read(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject policy
                && policy["deadLetterTargetArn"] is JsonValue arn && arn.GetValueKind() == JsonValueKind.String
                && int.TryParse(policy["maxReceiveCount"]?.ToString(), out var most) && most is >= 1 and <= 1000
                ? new RedrivePolicy((string)arn!, most)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
