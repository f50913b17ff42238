using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Sluice.Platform.Access.Files;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Buckets;

/// <summary>S3, or what the environment names as its endpoint. The client is made when it is first needed: most builds of one machine need none, and it takes a while.</summary>
/// <param name="endpoint">In place of AWS's own; null for that.</param>
/// <param name="temporaryFolder">For objects that are being received.</param>
internal sealed class S3Buckets(string? endpoint, string temporaryFolder) : IUserBuckets
{
    private readonly Lazy<AmazonS3Client> _client = new(() => new AmazonS3Client(Configuration(endpoint)));

    public Task PutAsync(ObjectRef target, Stream content, IReadOnlyDictionary<string, string> metadata, CancellationToken cancellationToken) => CallAsync(target, async client =>
    {
        var request = new PutObjectRequest { BucketName = target.Bucket, Key = target.Key, InputStream = content, AutoCloseStream = false };
        foreach (var (name, value) in metadata)
        {
            request.Metadata[name] = value;
        }

        return await client.PutObjectAsync(request, cancellationToken);
    });

    public Task<StoredObject> OpenAsync(ObjectRef source, string? versionId, CancellationToken cancellationToken) => CallAsync(source, async client =>
    {
        using var answer = await client.GetObjectAsync(new GetObjectRequest { BucketName = source.Bucket, Key = source.Key, VersionId = versionId }, cancellationToken);
        var file = new FileStream(Path.Combine(temporaryFolder, Path.GetRandomFileName()), OwnerFile.New(FileAccess.ReadWrite, FileOptions.DeleteOnClose | FileOptions.Asynchronous));
        await answer.ResponseStream.CopyToAsync(file, cancellationToken);
        file.Position = 0;
        return new StoredObject(file, answer.ETag.Trim('"'), answer.VersionId);
    });

    public async Task<bool> ExistsAsync(ObjectRef source, CancellationToken cancellationToken)
    {
        try
        {
            return await CallAsync(source, async client => await client.GetObjectMetadataAsync(source.Bucket, source.Key, cancellationToken) is not null);
        }
        catch (ObjectNotFoundException)
        {
            return false;
        }
    }

    public Task<IReadOnlyList<(string Key, DateTimeOffset StoredAt)>> ListAsync(string bucket, string prefix, CancellationToken cancellationToken) =>
        CallAsync<IReadOnlyList<(string Key, DateTimeOffset StoredAt)>>(new ObjectRef(bucket, prefix), async client =>
        {
            var found = new List<(string, DateTimeOffset)>();
            ListObjectsV2Response? page = null;
            do
            {
                page = await client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket, Prefix = prefix, ContinuationToken = page?.NextContinuationToken }, cancellationToken);
                found.AddRange((page.S3Objects ?? []).Select(one => (one.Key, new DateTimeOffset(one.LastModified ?? default, TimeSpan.Zero))));
            }
            while (page.IsTruncated == true);
            return found;
        });

    private static AmazonS3Config Configuration(string? endpoint) =>
        endpoint is null ? new AmazonS3Config() : new AmazonS3Config { ServiceURL = endpoint, ForcePathStyle = true };

    private async Task<T> CallAsync<T>(ObjectRef subject, Func<AmazonS3Client, Task<T>> call)
    {
        try
        {
            return await call(_client.Value);
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound && e.ErrorCode != "NoSuchBucket")
        {
            throw new ObjectNotFoundException(subject);
        }
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw new BucketException($"{subject}: {e.Message}", e);
        }
    }
}
