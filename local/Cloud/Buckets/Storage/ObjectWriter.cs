using Sluice.Local.Cloud.Buckets.Checksums;
using Sluice.Local.Cloud.Buckets.History;
using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;
using Sluice.Platform.Tables;

namespace Sluice.Local.Cloud.Buckets.Storage;

/// <summary>Puts objects and takes them away.</summary>
internal sealed class ObjectWriter(BucketStore buckets, ObjectTable objects, ContentStore contents, IIds ids, TimeProvider time)
{
    private static readonly Preconditions None = new(null, null);

    /// <summary>Stores bytes and what is known of them. Nothing is stored unless all of them came and they are what was said of them.</summary>
    /// <param name="bucket">Where.</param>
    /// <param name="key">Where in it.</param>
    /// <param name="body">Read to its end.</param>
    /// <param name="template">What is known beforehand.</param>
    /// <param name="sent">What is said of the bytes.</param>
    /// <param name="when">What must hold of what is at the key.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="reason">The operation, for those who are told.</param>
    /// <exception cref="ApiException"><c>NoSuchBucket</c>, <c>BadDigest</c>, <c>PreconditionFailed</c> and others.</exception>
    public async Task<ObjectVersion> PutAsync(
        string bucket, string key, Stream body, ObjectVersion template, SentChecksum sent, Preconditions when, CancellationToken cancellationToken, string reason = "PutObject")
    {
        ObjectKeys.Check(key);
        when.CheckWritable();
        _ = await buckets.GetAsync(bucket, cancellationToken);
        when.CheckWrite(key, Visible(await objects.FindAsync(bucket, key, cancellationToken)));
        var (content, digest) = await StoreAsync(body, sent, cancellationToken);
        var whole = template with { Content = content, Size = digest.Size, ETag = digest.ETag, Checksum = digest.Checksum };
        return await AddAsync(bucket, key, whole, when, [], reason, cancellationToken);
    }

    /// <summary>The same of bytes that nothing is said of.</summary>
    public Task<ObjectVersion> PutAsync(string bucket, string key, Stream body, ObjectHeaders headers, CancellationToken cancellationToken) =>
        PutAsync(bucket, key, body, new ObjectVersion { LastModified = Now(), Headers = headers }, new SentChecksum(), None, cancellationToken);

    /// <summary>Stores bytes, which are loose.</summary>
    /// <exception cref="ApiException"><c>BadDigest</c>; nothing is stored then.</exception>
    public async Task<(string Content, ContentDigest Digest)> StoreAsync(Stream body, SentChecksum sent, CancellationToken cancellationToken)
    {
        await using var digested = new DigestedContent(body, sent.Algorithm ?? ChecksumAlgorithms.Default);
        var content = await contents.WriteAsync(digested, cancellationToken);
        var digest = digested.End();
        try
        {
            sent.Check(digest, body);
            return (content, digest);
        }
        catch
        {
            await contents.RemoveAsync(content);
            throw;
        }
    }

    /// <summary>Puts a version whose bytes are stored on top of what is at a key.</summary>
    /// <param name="bucket">Where.</param>
    /// <param name="key">Where in it.</param>
    /// <param name="version">What is known of it.</param>
    /// <param name="when">What must hold of what is at the key.</param>
    /// <param name="more">Writes that are made with it.</param>
    /// <param name="reason">The operation, for those who are told.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ObjectVersion> AddAsync(string bucket, string key, ObjectVersion version, Preconditions when, IReadOnlyList<TableWrite> more, string reason, CancellationToken cancellationToken)
    {
        ObjectVersion? added = null;
        try
        {
            await objects.ChangeAsync(
                bucket,
                key,
                async (owner, now) =>
                {
                    when.CheckWrite(key, Visible(now));
                    var change = await AddedAsync(bucket, key, owner, now, version, cancellationToken);
                    added = change.Record!.Current;
                    return change with { Notice = ObjectNotice.Created(owner, reason, added) };
                },
                version.Content is { } tied ? [ContentStore.Tied(tied), .. more] : more,
                cancellationToken);
            return added!;
        }
        catch when (version.Content is not null)
        {
            await contents.RemoveIfLooseAsync(version.Content);
            throw;
        }
    }

    /// <summary>Deletes an object, as its bucket has it: for good, or by a marker.</summary>
    /// <returns>The marker, if there is one.</returns>
    public async Task<ObjectVersion?> DeleteAsync(string bucket, string key, Preconditions when, CancellationToken cancellationToken)
    {
        ObjectVersion? marker = null;
        await objects.ChangeAsync(
            bucket,
            key,
            async (owner, now) =>
            {
                when.CheckWrite(key, Visible(now));
                if (owner.Versioning is null)
                {
                    return now is null ? null : KeyHistory.RemoveCurrent(now, []) with { Notice = ObjectNotice.Deleted(owner, now.Current, isByMarker: false) };
                }

                var change = await AddedAsync(bucket, key, owner, now, new ObjectVersion { LastModified = Now() }, cancellationToken);
                marker = change.Record!.Current;
                return change with { Notice = ObjectNotice.Deleted(owner, marker, isByMarker: true) };
            },
            [],
            cancellationToken);
        return marker;
    }

    /// <summary>Deletes one version for good; one that is not there is no error.</summary>
    /// <returns>What was deleted.</returns>
    public async Task<ObjectVersion?> DeleteVersionAsync(string bucket, string key, string versionId, Preconditions when, CancellationToken cancellationToken)
    {
        ObjectVersion? deleted = null;
        await objects.ChangeAsync(
            bucket,
            key,
            async (owner, now) =>
            {
                deleted = now is null ? null : await objects.VersionAsync(bucket, key, now, versionId, cancellationToken);
                when.CheckWrite(key, deleted);
                if (deleted is null)
                {
                    return null;
                }

                var change = deleted.Sequence != now!.Current.Sequence
                    ? KeyHistory.RemoveOlder(now, deleted)
                    : KeyHistory.RemoveCurrent(now, now.HasOlder ? await objects.OlderAsync(bucket, key, 2, deleted.Sequence, cancellationToken) : []);
                return change with { Notice = ObjectNotice.Deleted(owner, deleted, isByMarker: false) };
            },
            [],
            cancellationToken);
        return deleted;
    }

    /// <summary>What HTTP can say of now.</summary>
    public DateTimeOffset Now() => DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());

    private async Task<KeyChange> AddedAsync(string bucket, string key, BucketRecord owner, KeyRecord? now, ObjectVersion version, CancellationToken cancellationToken)
    {
        var sequence = (now?.Current.Sequence ?? 0) + 1;
        var isVersion = owner.Versioning == VersioningStatus.Enabled;
        var olderNull = !isVersion && now?.NullSequence is not null ? await objects.VersionAsync(bucket, key, now, ObjectVersion.NullId, cancellationToken) : null;
        return KeyHistory.Put(now, olderNull, version with { VersionId = isVersion ? VersionIds.Of(ids.Uuid(), sequence) : null, IsNamed = owner.Versioning is not null });
    }

    private static ObjectVersion? Visible(KeyRecord? record) => record is { Current.IsDeleteMarker: false } ? record.Current : null;
}
