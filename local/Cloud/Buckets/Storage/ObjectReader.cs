using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Platform.Objects;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Storage;

/// <summary>Finds versions and opens them.</summary>
internal sealed class ObjectReader(BucketStore buckets, ObjectTable objects, ContentStore contents, Newcomers newcomers)
{
    private const int Tries = 20;

    /// <summary>What is at a key; the newest version for null. It may be a delete marker.</summary>
    /// <exception cref="ApiException"><c>NoSuchBucket</c>, <c>NoSuchKey</c>, <c>NoSuchVersion</c>.</exception>
    public async Task<ObjectVersion> GetAsync(string bucket, string key, string? versionId, CancellationToken cancellationToken)
    {
        ObjectKeys.Check(key);
        _ = await buckets.GetAsync(bucket, cancellationToken);
        await newcomers.TakeUpAsync(bucket, key, cancellationToken);
        if (versionId is not null && !IsId(versionId))
        {
            throw S3Errors.InvalidArgument($"Invalid version id specified: '{versionId}'");
        }

        return await objects.VersionAsync(bucket, key, versionId, cancellationToken) ?? throw (versionId is null ? S3Errors.NoSuchKey(key) : S3Errors.NoSuchVersion(key, versionId));
    }

    /// <summary>The same, with its bytes, which are there as long as the stream is, whoever replaces the object meanwhile.</summary>
    /// <exception cref="ApiException">As of <see cref="GetAsync"/>; <c>NoSuchKey</c> of a delete marker.</exception>
    public async Task<(ObjectVersion Version, Stream Content)> OpenAsync(string bucket, string key, string? versionId, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            var version = await GetAsync(bucket, key, versionId, cancellationToken);
            try
            {
                return (version, await contents.OpenAsync(version.Content ?? throw S3Errors.NoSuchKey(key), cancellationToken));
            }
            catch (ObjectNotFoundException)
            {
                // It was replaced between the two.
            }
        }

        throw S3Errors.OperationAborted();
    }

    private static bool IsId(string versionId) => versionId == ObjectVersion.NullId || VersionIds.SequenceOf(versionId) is not null;
}
