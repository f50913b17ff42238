using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Platform.Json;

namespace Sluice.Local.Cloud.Topics.Messages;

/// <summary>SNS's policy of tries for HTTP and HTTPS: https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html.</summary>
internal sealed record HttpRetries
{
    private const int Longest = 3600;
    private const int MostRetries = 100;

    public static HttpRetries Default { get; } = new();

    public int NumRetries { get; init; } = 3;

    public int MinDelayTarget { get; init; } = 20;

    public int MaxDelayTarget { get; init; } = 20;

    public int NumNoDelayRetries { get; init; }

    public int NumMinDelayRetries { get; init; }

    public int NumMaxDelayRetries { get; init; }

    public string BackoffFunction { get; init; } = "linear";

    /// <param name="subscription">The subscription's own; null for none.</param>
    /// <param name="topic">The topic's; null for none.</param>
    public static HttpRetries Of(string? subscription, string? topic)
    {
        var own = subscription is null ? null : JsonNode.Parse(subscription)!["healthyRetryPolicy"];
        var http = topic is null ? null : JsonNode.Parse(topic)!["http"];
        return (own ?? http?["defaultHealthyRetryPolicy"]).Deserialize<HttpRetries>(SluiceJson.Options) ?? Default;
    }

    /// <summary>What is wrong with a policy; null if nothing is.</summary>
    public static string? Fault(string text, string? root)
    {
        try
        {
            var policy = JsonNode.Parse(text) is JsonObject document ? root is null ? document["healthyRetryPolicy"] : document[root]?["defaultHealthyRetryPolicy"] : throw new JsonException();
            return policy is null || policy.Deserialize<HttpRetries>(SluiceJson.Options)!.IsSound
                ? null
                : $"DeliveryPolicy: expected numRetries 0 to {MostRetries}, 1 <= minDelayTarget <= maxDelayTarget <= {Longest}, no more delays than retries, and a backoffFunction of linear, arithmetic, geometric or exponential";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return "DeliveryPolicy: failed to parse JSON.";
        }
    }

    /// <summary>How long to wait after a failure; null if it was the last try.</summary>
    public TimeSpan? Pause(int failures)
    {
        if (failures > NumRetries)
        {
            return null;
        }

        var (first, last) = (NumNoDelayRetries + NumMinDelayRetries, NumRetries - NumMaxDelayRetries);
        return TimeSpan.FromSeconds(failures <= NumNoDelayRetries ? 0 : failures <= first ? MinDelayTarget : failures > last ? MaxDelayTarget : Between(failures - first, last - first));
    }

    private double Between(int step, int steps)
    {
        var part = steps == 1 ? 0 : (step - 1) / (double)(steps - 1);
        return BackoffFunction switch
        {
            "linear" => MinDelayTarget + ((MaxDelayTarget - MinDelayTarget) * part),
            "arithmetic" => MinDelayTarget + ((MaxDelayTarget - MinDelayTarget) * part * (step + 1) / (steps + 1)),
            _ => MinDelayTarget * Math.Pow(MaxDelayTarget / (double)MinDelayTarget, part),
        };
    }

    private bool IsSound => NumRetries is >= 0 and <= MostRetries && MinDelayTarget >= 1 && MaxDelayTarget >= MinDelayTarget && MaxDelayTarget <= Longest
        && NumNoDelayRetries >= 0 && NumMinDelayRetries >= 0 && NumMaxDelayRetries >= 0 && NumNoDelayRetries + NumMinDelayRetries + NumMaxDelayRetries <= NumRetries
        && BackoffFunction is "linear" or "arithmetic" or "geometric" or "exponential";
}
