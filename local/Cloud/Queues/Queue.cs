using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Queues;

/// <summary>A standard queue as it is stored.</summary>
/// <param name="Name">Its name.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record Queue(string Name, DateTimeOffset CreatedAt)
{
    /// <summary>What was set; the rest has SQS's defaults.</summary>
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyList<ResourceTag> Tags { get; init; } = [];

    public DateTimeOffset ChangedAt { get; init; } = CreatedAt;

    public string this[string attribute] => Set.GetValueOrDefault(attribute) ?? QueueAttributes.Defaults[attribute];

    public TimeSpan Seconds(string attribute) => TimeSpan.FromSeconds(int.Parse(this[attribute]));

    public RedrivePolicy? Redrive => Set.TryGetValue(QueueAttributes.RedrivePolicy, out var text) ? RedrivePolicy.Read(text) : null;
}
