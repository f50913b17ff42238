using Sluice.BuildRunner.Buckets;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Tests;

/// <summary>Users' buckets that a test can look into.</summary>
internal sealed class MemoryBuckets : IUserBuckets
{
    public Dictionary<ObjectRef, byte[]> Objects { get; } = [];

    public Dictionary<ObjectRef, IReadOnlyDictionary<string, string>> Metadata { get; } = [];

    /// <summary>Older versions.</summary>
    public Dictionary<(ObjectRef Object, string Version), byte[]> Versions { get; } = [];

    /// <summary>The keys that were written, in order.</summary>
    public List<string> Writes { get; } = [];

    /// <summary>Said by every write of a key that contains <see cref="FailingKey"/>.</summary>
    public string? Failure { get; set; }

    public string FailingKey { get; set; } = "";

    public async Task PutAsync(ObjectRef target, Stream content, IReadOnlyDictionary<string, string> metadata, CancellationToken cancellationToken)
    {
        if (Failure is not null && target.Key.Contains(FailingKey, StringComparison.Ordinal))
        {
            throw new BucketException(Failure, new IOException());
        }

        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        (Objects[target], Metadata[target]) = (copy.ToArray(), metadata);
        Writes.Add(target.Key);
    }

    public Task<StoredObject> OpenAsync(ObjectRef source, string? versionId, CancellationToken cancellationToken)
    {
        var found = versionId is null ? Objects.GetValueOrDefault(source) : Versions.GetValueOrDefault((source, versionId));
        return Task.FromResult(new StoredObject(new MemoryStream(found ?? throw new ObjectNotFoundException(source, versionId)), "etag", versionId ?? "newest"));
    }

    public Task<bool> ExistsAsync(ObjectRef source, CancellationToken cancellationToken) => Task.FromResult(Objects.ContainsKey(source));

    public Task<IReadOnlyList<(string Key, DateTimeOffset StoredAt)>> ListAsync(string bucket, string prefix, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<(string, DateTimeOffset)>>(
            [.. Objects.Keys.Where(key => key.Bucket == bucket && key.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(key => (key.Key, DateTimeOffset.UnixEpoch.AddSeconds(Writes.LastIndexOf(key.Key))))]);
}
