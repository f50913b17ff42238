using System.Text.Json.Serialization;

namespace Sluice.Local.Cloud.Delivering;

/// <summary>A message that was taken and is not yet where it goes. It says all that is needed to bring it there, so that nothing that is changed meanwhile changes it.</summary>
/// <param name="Id">The same at every try.</param>
/// <param name="Origin">The ARN of the rule or subscription that sends it.</param>
/// <param name="Target">An ARN or a URL.</param>
/// <param name="Body">What is sent.</param>
/// <param name="TakenAt">When it was taken, by the clock on the wall.</param>
internal sealed record Delivery(string Id, string Origin, string Target, string Body, DateTimeOffset TakenAt)
{
    /// <summary>What it is in its origin's own terms: an event's id, a message's type.</summary>
    public string Kind { get; init; } = "";

    public IReadOnlyDictionary<string, MessageAttribute> Attributes { get; init; } = new Dictionary<string, MessageAttribute>(StringComparer.Ordinal);

    /// <summary>Sent beside the body, by their names.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The ARN of the queue that takes it if it cannot be brought; null for none.</summary>
    public string? DeadLetters { get; init; }

    /// <summary>The origin's own policy of tries; null is the origin's default.</summary>
    public string? Policy { get; init; }

    /// <summary>The target without what is secret: a URL may hold a password.</summary>
    [JsonIgnore]
    public string Place => ShownUrl.Of(Target);

    /// <summary>How often it has failed.</summary>
    public int Failures { get; init; }
}
