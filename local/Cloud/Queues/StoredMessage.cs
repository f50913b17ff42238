using Sluice.Local.Cloud.Delivering;

namespace Sluice.Local.Cloud.Queues;

/// <summary>A message that was received.</summary>
/// <param name="Row">Where it is stored.</param>
/// <param name="MessageId">A UUID.</param>
/// <param name="SentAt">When it was sent, in milliseconds since 1970.</param>
/// <param name="FirstReceivedAt">When it was first received.</param>
/// <param name="Receives">How often, this time included.</param>
/// <param name="Receipt">What deletes it, as received this time.</param>
internal sealed record StoredMessage(
    long Row, string MessageId, string Body, IReadOnlyDictionary<string, MessageAttribute> Attributes, long SentAt, long FirstReceivedAt, int Receives, string Receipt)
{
    /// <summary>The queue that it was moved from, by ARN; null if it never was.</summary>
    public string? MovedFrom { get; init; }
}
