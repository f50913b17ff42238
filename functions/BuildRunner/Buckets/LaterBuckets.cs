using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Buckets;

/// <summary>Buckets that are opened when they are first needed. Most builds of one machine need none, and even to load the SDK takes a while.</summary>
/// <param name="open">Opens them.</param>
internal sealed class LaterBuckets(Func<IUserBuckets> open) : IUserBuckets
{
    private readonly Lazy<IUserBuckets> _buckets = new(open);

    public Task PutAsync(ObjectRef target, Stream content, IReadOnlyDictionary<string, string> metadata, CancellationToken cancellationToken) => _buckets.Value.PutAsync(target, content, metadata, cancellationToken);

    public Task<StoredObject> OpenAsync(ObjectRef source, string? versionId, CancellationToken cancellationToken) => _buckets.Value.OpenAsync(source, versionId, cancellationToken);

    public Task<bool> ExistsAsync(ObjectRef source, CancellationToken cancellationToken) => _buckets.Value.ExistsAsync(source, cancellationToken);

    public Task<IReadOnlyList<(string Key, DateTimeOffset StoredAt)>> ListAsync(string bucket, string prefix, CancellationToken cancellationToken) => _buckets.Value.ListAsync(bucket, prefix, cancellationToken);
}
