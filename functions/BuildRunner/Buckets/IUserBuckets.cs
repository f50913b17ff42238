using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Buckets;

/// <summary>Buckets of the people whose build it is, by the S3 API. The suite's own objects are in an <see cref="IObjectStore"/>.</summary>
internal interface IUserBuckets
{
    /// <summary>Stores the object, whole or not at all.</summary>
    /// <param name="target">Where.</param>
    /// <param name="content">Can seek.</param>
    /// <param name="metadata">By names without <c>x-amz-meta-</c>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="BucketException">It cannot be stored.</exception>
    Task PutAsync(ObjectRef target, Stream content, IReadOnlyDictionary<string, string> metadata, CancellationToken cancellationToken);

    /// <summary>Opens the object, or a version of it.</summary>
    /// <exception cref="ObjectNotFoundException">There is none.</exception>
    /// <exception cref="BucketException">It cannot be read.</exception>
    Task<StoredObject> OpenAsync(ObjectRef source, string? versionId, CancellationToken cancellationToken);

    /// <summary>Whether there is such an object.</summary>
    /// <exception cref="BucketException">That cannot be told.</exception>
    Task<bool> ExistsAsync(ObjectRef source, CancellationToken cancellationToken);

    /// <summary>All objects whose keys begin so, with when they were stored.</summary>
    /// <exception cref="BucketException">They cannot be listed.</exception>
    Task<IReadOnlyList<(string Key, DateTimeOffset StoredAt)>> ListAsync(string bucket, string prefix, CancellationToken cancellationToken);
}
