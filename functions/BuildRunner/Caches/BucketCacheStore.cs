using System.IO.Compression;
using Sluice.BuildRunner.Buckets;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Caches;

/// <summary>A user's bucket, whose own rules say how long things stay. What goes there is compressed.</summary>
internal sealed class BucketCacheStore(IUserBuckets buckets, string bucket, string prefix, string temporaryFolder) : ICacheStore
{
    public async Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var found = await buckets.OpenAsync(ObjectOf(name), null, cancellationToken);
            return new GZipStream(found.Content, CompressionMode.Decompress);
        }
        catch (ObjectNotFoundException)
        {
            return null;
        }
    }

    public Task<bool> ExistsAsync(string name, CancellationToken cancellationToken) => buckets.ExistsAsync(ObjectOf(name), cancellationToken);

    public async Task PutAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        await using var packed = new FileStream(Path.Combine(temporaryFolder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        await using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await content.CopyToAsync(zip, cancellationToken);
        }

        packed.Position = 0;
        await buckets.PutAsync(ObjectOf(name), packed, new Dictionary<string, string>(), cancellationToken);
    }

    public async Task<IReadOnlyList<string>> ListAsync(string beginning, CancellationToken cancellationToken)
    {
        var root = ObjectOf("").Key;
        return [.. (await buckets.ListAsync(bucket, ObjectOf(beginning).Key, cancellationToken)).OrderByDescending(one => one.StoredAt).Select(one => one.Key[root.Length..])];
    }

    public Task TidyAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private ObjectRef ObjectOf(string name) => new(bucket, prefix.Length == 0 ? name : $"{prefix}/{name}");
}
