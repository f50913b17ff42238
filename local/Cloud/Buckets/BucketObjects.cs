using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Objects;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets;

/// <summary>
/// The suite's object store with S3's objects in it: of a bucket that somebody created, its functions see what clients put, and clients what functions put. Buckets that nobody created are the suite's own, and are files as ever.
/// </summary>
internal sealed class BucketObjects(IObjectStore files, BucketStore buckets, ObjectReader reader, ObjectWriter writer) : IObjectStore
{
    private static readonly Preconditions None = new(null, null);

    public async Task PutAsync(ObjectRef target, Stream content, CancellationToken cancellationToken = default)
    {
        if (!await IsBucketAsync(target, cancellationToken))
        {
            await files.PutAsync(target, content, cancellationToken);
            return;
        }

        await writer.PutAsync(target.Bucket, target.Key, content, new ObjectHeaders(), cancellationToken);
    }

    public async Task PutAsync(ObjectRef target, Stream content, ObjectSettings settings, CancellationToken cancellationToken = default)
    {
        if (!await IsBucketAsync(target, cancellationToken))
        {
            throw new ObjectRefusedException(target, "there is no such bucket; create it.");
        }

        if (settings.KmsKey is not null)
        {
            throw new ObjectRefusedException(target, "this machine has no KMS.");
        }

        if (settings.CannedAcl is { } acl and not ("private" or "bucket-owner-full-control" or "bucket-owner-read"))
        {
            throw new ObjectRefusedException(target, $"the bucket does not allow ACLs ('{acl}'): buckets here are those of their owner alone (BucketOwnerEnforced).");
        }

        var headers = new ObjectHeaders { ContentType = settings.ContentType, CacheControl = settings.CacheControl };
        await writer.PutAsync(target.Bucket, target.Key, content, headers, cancellationToken);
    }

    public async Task<Stream> OpenAsync(ObjectRef source, CancellationToken cancellationToken = default) =>
        await IsBucketAsync(source, cancellationToken) ? (await ReadAsync(source, null, cancellationToken)).Content : await files.OpenAsync(source, cancellationToken);

    public async Task<StoredObject> OpenVersionAsync(ObjectRef source, string? versionId, CancellationToken cancellationToken = default)
    {
        if (!await IsBucketAsync(source, cancellationToken))
        {
            return await files.OpenVersionAsync(source, versionId, cancellationToken);
        }

        var (version, content) = await ReadAsync(source, versionId, cancellationToken);
        return new StoredObject(content, version.ETag, version.VersionId);
    }

    public async Task<bool> ExistsAsync(ObjectRef source, CancellationToken cancellationToken = default)
    {
        if (!await IsBucketAsync(source, cancellationToken))
        {
            return await files.ExistsAsync(source, cancellationToken);
        }

        try
        {
            return !(await reader.GetAsync(source.Bucket, source.Key, null, cancellationToken)).IsDeleteMarker;
        }
        catch (ApiException e) when (IsAbsence(e))
        {
            return false;
        }
    }

    public async Task DeleteAsync(ObjectRef target, CancellationToken cancellationToken = default)
    {
        await files.DeleteAsync(target, cancellationToken);
        if (await IsBucketAsync(target, cancellationToken))
        {
            await writer.DeleteAsync(target.Bucket, target.Key, None, cancellationToken);
        }
    }

    /// <exception cref="ArgumentException">The reference names no object.</exception>
    private async Task<bool> IsBucketAsync(ObjectRef reference, CancellationToken cancellationToken)
    {
        // The files below know what is a reference, and say so.
        _ = await files.ExistsAsync(reference, cancellationToken);
        return await buckets.FindAsync(reference.Bucket, cancellationToken) is not null;
    }

    private async Task<(ObjectVersion Version, Stream Content)> ReadAsync(ObjectRef source, string? versionId, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.OpenAsync(source.Bucket, source.Key, versionId, cancellationToken);
        }
        catch (ApiException e) when (IsAbsence(e))
        {
            throw new ObjectNotFoundException(source, versionId);
        }
    }

    private static bool IsAbsence(ApiException e) => e.Code is "NoSuchBucket" or "NoSuchKey" or "NoSuchVersion" or "InvalidArgument";
}
