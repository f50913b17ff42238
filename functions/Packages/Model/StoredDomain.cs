using Sluice.Platform.Api;

namespace Sluice.Packages.Model;

/// <summary>A domain: contents are stored once in it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="EncryptionKey">The ARN of the KMS key that was named; null for the suite's own.</param>
public sealed record StoredDomain(string Name, DateTimeOffset CreatedAt, string? EncryptionKey)
{
    /// <summary>In the order in which they were given.</summary>
    public IReadOnlyList<ResourceTag> Tags { get; init; } = [];

    /// <summary>Who else may use it; null if nothing was said.</summary>
    public StoredPolicy? Policy { get; init; }
}
