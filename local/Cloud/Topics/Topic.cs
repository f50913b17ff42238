using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Topics;

/// <summary>A standard topic as it is stored.</summary>
/// <param name="Arn">Its ARN.</param>
internal sealed record Topic(string Arn)
{
    /// <summary>What was set; the rest has SNS's defaults.</summary>
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyList<ResourceTag> Tags { get; init; } = [];

    /// <summary>How many subscriptions were ended.</summary>
    public int Deleted { get; init; }

    public string Name => Arn[(Arn.LastIndexOf(':') + 1)..];

    /// <summary>The version of the signatures, 1 or 2.</summary>
    public string SignatureVersion => Set.GetValueOrDefault(TopicAttributes.SignatureVersion) ?? "1";
}
