using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Sluice.Platform.Access.Files;

namespace Sluice.Platform.Objects.S3;

/// <summary>Objects in S3.</summary>
/// <param name="client">For the buckets' Region.</param>
/// <param name="temporaryFolder">Where objects that are being written or read are kept; a Lambda has <c>/tmp</c>.</param>
public sealed class S3ObjectStore(IAmazonS3 client, string temporaryFolder) : IObjectStore
{
    /// <inheritdoc/>
    public async Task PutAsync(ObjectRef target, Stream content, CancellationToken cancellationToken = default)
    {
        ObjectRules.Check(target);
        // S3 wants the length beforehand and may have to send twice; a source that breaks must not become an object.
        await using var whole = await BufferAsync(content, cancellationToken);
        var request = new PutObjectRequest { BucketName = target.Bucket, Key = target.Key, InputStream = whole, AutoCloseStream = false };
        await client.PutObjectAsync(request, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task PutAsync(ObjectRef target, Stream content, ObjectSettings settings, CancellationToken cancellationToken = default)
    {
        ObjectRules.Check(target);
        await using var whole = await BufferAsync(content, cancellationToken);
        var request = new PutObjectRequest { BucketName = target.Bucket, Key = target.Key, InputStream = whole, AutoCloseStream = false };
        SettingHeaders.Apply(request, settings);
        try
        {
            await client.PutObjectAsync(request, cancellationToken);
        }
        catch (AmazonS3Exception e) when (e.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            throw new ObjectRefusedException(target, e.Message);
        }
    }

    /// <inheritdoc/>
    public async Task<Stream> OpenAsync(ObjectRef source, CancellationToken cancellationToken = default)
    {
        ObjectRules.Check(source);
        try
        {
            using var answer = await client.GetObjectAsync(source.Bucket, source.Key, cancellationToken);
            return await BufferAsync(answer.ResponseStream, cancellationToken);
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            throw new ObjectNotFoundException(source);
        }
    }

    /// <inheritdoc/>
    public async Task<Stream> StreamAsync(ObjectRef source, CancellationToken cancellationToken = default)
    {
        ObjectRules.Check(source);
        try
        {
            return new S3Content(client, source, await client.GetObjectAsync(source.Bucket, source.Key, cancellationToken));
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            throw new ObjectNotFoundException(source);
        }
    }

    /// <inheritdoc/>
    public async Task<StoredObject> OpenVersionAsync(ObjectRef source, string? versionId, CancellationToken cancellationToken = default)
    {
        ObjectRules.Check(source);
        try
        {
            var request = new GetObjectRequest { BucketName = source.Bucket, Key = source.Key, VersionId = versionId };
            using var answer = await client.GetObjectAsync(request, cancellationToken);
            return new StoredObject(await BufferAsync(answer.ResponseStream, cancellationToken), answer.ETag.Trim('"'), answer.VersionId);
        }
        catch (AmazonS3Exception e) when (e.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest)
        {
            // S3 calls an id that is no version's a bad request.
            throw new ObjectNotFoundException(source, versionId);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> ExistsAsync(ObjectRef source, CancellationToken cancellationToken = default)
    {
        ObjectRules.Check(source);
        try
        {
            await client.GetObjectMetadataAsync(source.Bucket, source.Key, cancellationToken);
            return true;
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(ObjectRef target, CancellationToken cancellationToken = default)
    {
        ObjectRules.Check(target);
        await client.DeleteObjectAsync(target.Bucket, target.Key, cancellationToken);
    }

    /// <summary>The content in a file of its own that is gone when the stream is disposed, at its beginning.</summary>
    private async Task<FileStream> BufferAsync(Stream content, CancellationToken cancellationToken)
    {
        var file = new FileStream(Path.Combine(temporaryFolder, Path.GetRandomFileName()), OwnerFile.New(FileAccess.ReadWrite, FileOptions.DeleteOnClose | FileOptions.Asynchronous));
        try
        {
            await content.CopyToAsync(file, cancellationToken);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
