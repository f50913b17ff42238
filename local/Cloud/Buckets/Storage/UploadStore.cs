using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Platform.Protocol;
using Sluice.Platform.Tables;

namespace Sluice.Local.Cloud.Buckets.Storage;

/// <summary>Uploads in parts.</summary>
internal sealed class UploadStore(ITable table, BucketStore buckets, ContentStore contents)
{
    private const int PageSize = 1000;
    private const int Tries = 20;

    /// <exception cref="ApiException"><c>NoSuchBucket</c>, <c>OperationAborted</c>.</exception>
    public async Task BeginAsync(string bucket, UploadRecord upload, CancellationToken cancellationToken)
    {
        var owner = await buckets.GetAsync(bucket, cancellationToken);
        if (!await table.TryTransactAsync([new CheckItem(BucketKeys.Bucket(bucket), Condition.Rev(owner.Rev)), PutItem.Of(BucketKeys.OfUpload(bucket, upload.UploadId), upload, Condition.Absent)], cancellationToken))
        {
            throw S3Errors.OperationAborted();
        }
    }

    /// <exception cref="ApiException"><c>NoSuchBucket</c>, <c>NoSuchUpload</c>.</exception>
    public async Task<UploadRecord> GetAsync(string bucket, string key, string uploadId, CancellationToken cancellationToken)
    {
        _ = await buckets.GetAsync(bucket, cancellationToken);
        var upload = uploadId.Length is > 0 and <= 64 ? await table.FindAsync<UploadRecord>(BucketKeys.OfUpload(bucket, uploadId), cancellationToken) : null;
        return upload is not null && upload.Value.Key == key ? upload.Value : throw S3Errors.NoSuchUpload(uploadId);
    }

    public IAsyncEnumerable<Item> AllAsync(string bucket, CancellationToken cancellationToken) => table.QueryAllAsync(new Query(BucketKeys.Uploads(bucket)) { Limit = PageSize }, cancellationToken);

    /// <summary>Parts in the order of their numbers, those after one of them.</summary>
    public async Task<Page> PartsAsync(string uploadId, int after, int most, CancellationToken cancellationToken) =>
        await table.QueryAsync(new Query(BucketKeys.Parts(uploadId)) { SkFrom = BucketKeys.Number(after + 1L), Limit = Math.Clamp(most, 1, PageSize) }, cancellationToken);

    public async Task<IReadOnlyDictionary<int, PartRecord>> AllPartsAsync(string uploadId, CancellationToken cancellationToken)
    {
        var parts = new Dictionary<int, PartRecord>();
        await foreach (var item in table.QueryAllAsync(new Query(BucketKeys.Parts(uploadId)) { Limit = PageSize }, cancellationToken))
        {
            var part = item.Read<PartRecord>();
            parts[part.Number] = part;
        }

        return parts;
    }

    /// <summary>Adds a part whose bytes are stored, in place of one of the same number. Nothing of it stays if the upload has ended meanwhile.</summary>
    /// <exception cref="ApiException"><c>NoSuchUpload</c>, <c>OperationAborted</c>.</exception>
    public async Task AddAsync(string bucket, UploadRecord upload, PartRecord part, CancellationToken cancellationToken)
    {
        try
        {
            await TryAddAsync(bucket, upload, part, cancellationToken);
        }
        catch
        {
            await contents.RemoveIfLooseAsync(part.Content);
            throw;
        }
    }

    /// <summary>Ends an upload: its parts are loose from then on, and taken away.</summary>
    /// <exception cref="ApiException"><c>NoSuchUpload</c>.</exception>
    public async Task AbortAsync(string bucket, UploadRecord upload, CancellationToken cancellationToken)
    {
        if (!await table.TryTransactAsync(End(bucket, upload.UploadId), cancellationToken))
        {
            throw S3Errors.NoSuchUpload(upload.UploadId);
        }

        await RemovePartsAsync(upload.UploadId);
    }

    /// <summary>The writes that end an upload.</summary>
    public static IReadOnlyList<TableWrite> End(string bucket, string uploadId) => [new DeleteItem(BucketKeys.OfUpload(bucket, uploadId), Condition.Exists), new PutItem(BucketKeys.LooseUpload(uploadId), [])];

    /// <summary>Takes away the parts of an upload that has ended.</summary>
    public async Task RemovePartsAsync(string uploadId)
    {
        foreach (var part in (await AllPartsAsync(uploadId, CancellationToken.None)).Values)
        {
            await contents.RemoveAsync(part.Content);
            await table.DeleteAsync(new DeleteItem(BucketKeys.Part(uploadId, part.Number)));
        }

        await table.DeleteAsync(new DeleteItem(BucketKeys.LooseUpload(uploadId)));
    }

    private async Task TryAddAsync(string bucket, UploadRecord upload, PartRecord part, CancellationToken cancellationToken)
    {
        var at = BucketKeys.Part(upload.UploadId, part.Number);
        for (var i = 0; i < Tries; i++)
        {
            _ = await GetAsync(bucket, upload.Key, upload.UploadId, cancellationToken);
            var now = await table.FindAsync<PartRecord>(at, cancellationToken);
            TableWrite[] loosened = now is null ? [] : [ContentStore.Loosen(now.Value.Content)];
            if (await table.TryTransactAsync(
                [
                    new CheckItem(BucketKeys.OfUpload(bucket, upload.UploadId), Condition.Exists), PutItem.Of(at, part, now is null ? Condition.Absent : Condition.Rev(now.Rev)), ContentStore.Tied(part.Content), .. loosened,
                ],
                cancellationToken))
            {
                await (now is null ? Task.CompletedTask : contents.RemoveAsync(now.Value.Content));
                return;
            }
        }

        throw S3Errors.OperationAborted();
    }
}
