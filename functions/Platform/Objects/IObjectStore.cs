namespace Sluice.Platform.Objects;

/// <summary>Objects by bucket and key: S3 in AWS, files on one machine. A reader sees an object whole or not at all.</summary>
public interface IObjectStore
{
    /// <summary>Stores the object, in place of what was there.</summary>
    Task PutAsync(ObjectRef target, Stream content, CancellationToken cancellationToken = default);

    /// <summary>Stores the object, in place of what was there, with what it is to be told and kept with.</summary>
    /// <exception cref="ObjectRefusedException">The bucket does not take it, or not so.</exception>
    Task PutAsync(ObjectRef target, Stream content, ObjectSettings settings, CancellationToken cancellationToken = default);

    /// <summary>Opens the object to read; the stream can seek and is the caller's to dispose.</summary>
    /// <exception cref="ObjectNotFoundException">There is none.</exception>
    Task<Stream> OpenAsync(ObjectRef source, CancellationToken cancellationToken = default);

    /// <summary>Opens the object to read it once, from its beginning to its end, as it comes; the stream is the caller's to dispose. It may be an <see cref="IStoredContent"/>.</summary>
    /// <exception cref="ObjectNotFoundException">There is none.</exception>
    Task<Stream> StreamAsync(ObjectRef source, CancellationToken cancellationToken = default) => OpenAsync(source, cancellationToken);

    /// <summary>
    /// Opens one version of the object, or the newest one for null, and tells what identifies it. A store that keeps no versions has none by any id.
    /// </summary>
    /// <exception cref="ObjectNotFoundException">There is none.</exception>
    async Task<StoredObject> OpenVersionAsync(ObjectRef source, string? versionId, CancellationToken cancellationToken = default)
    {
        if (versionId is not null)
        {
            throw new ObjectNotFoundException(source, versionId);
        }

        var content = await OpenAsync(source, cancellationToken);
        var etag = await ObjectDigest.OfAsync(content, cancellationToken);
        content.Position = 0;
        return new StoredObject(content, etag, null);
    }

    /// <summary>Whether there is such an object.</summary>
    Task<bool> ExistsAsync(ObjectRef source, CancellationToken cancellationToken = default);

    /// <summary>Removes the object; an absent one is no error.</summary>
    Task DeleteAsync(ObjectRef target, CancellationToken cancellationToken = default);
}
