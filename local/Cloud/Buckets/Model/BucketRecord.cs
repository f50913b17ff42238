namespace Sluice.Local.Cloud.Buckets.Model;

/// <summary>A bucket.</summary>
/// <param name="Name">Its name.</param>
/// <param name="CreatedAt">When it was created.</param>
internal sealed record BucketRecord(string Name, DateTimeOffset CreatedAt)
{
    /// <summary><see cref="VersioningStatus"/>; null if it never had versions.</summary>
    public string? Versioning { get; init; }

    /// <summary>Null if it never had any.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>Whether EventBridge is told of its objects.</summary>
    public bool TellsEventBridge { get; init; }

    /// <summary>Somebody looks whether it is empty and will delete it then: nothing is put meanwhile.</summary>
    public bool IsClosing { get; init; }
}
