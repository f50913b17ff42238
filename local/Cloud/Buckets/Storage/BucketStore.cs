using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Platform.Protocol;
using Sluice.Platform.Tables;

namespace Sluice.Local.Cloud.Buckets.Storage;

/// <summary>The buckets.</summary>
internal sealed class BucketStore(ITable table)
{
    private const int Tries = 20;

    /// <summary>Null if there is none, or if it is being deleted.</summary>
    public async Task<Versioned<BucketRecord>?> FindAsync(string name, CancellationToken cancellationToken) =>
        BucketNames.IsGood(name) && await table.FindAsync<BucketRecord>(BucketKeys.Bucket(name), cancellationToken) is { Value.IsClosing: false } bucket ? bucket : null;

    /// <exception cref="ApiException"><c>NoSuchBucket</c>.</exception>
    public async Task<Versioned<BucketRecord>> GetAsync(string name, CancellationToken cancellationToken) => await FindAsync(name, cancellationToken) ?? throw S3Errors.NoSuchBucket(name);

    public IAsyncEnumerable<Item> AllAsync(CancellationToken cancellationToken) => table.QueryAllAsync(new Query(BucketKeys.Buckets) { Limit = 1000 }, cancellationToken);

    /// <summary>Whether it was made; false if there is one.</summary>
    public Task<bool> TryCreateAsync(BucketRecord bucket, CancellationToken cancellationToken) =>
        table.TryTransactAsync([PutItem.Of(BucketKeys.Bucket(bucket.Name), bucket, Condition.Absent)], cancellationToken);

    /// <exception cref="ApiException"><c>NoSuchBucket</c>, <c>OperationAborted</c>.</exception>
    public async Task ChangeAsync(string name, Func<BucketRecord, BucketRecord> change, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            var now = await GetAsync(name, cancellationToken);
            if (await table.TryTransactAsync([PutItem.Of(BucketKeys.Bucket(name), change(now.Value), Condition.Rev(now.Rev))], cancellationToken))
            {
                return;
            }
        }

        throw S3Errors.OperationAborted();
    }

    /// <summary>Deletes a bucket that has nothing in it. Nothing can be put while that is looked at.</summary>
    /// <exception cref="ApiException"><c>NoSuchBucket</c>, <c>BucketNotEmpty</c>, <c>OperationAborted</c>.</exception>
    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        _ = await GetAsync(name, cancellationToken);
        if (!await IsEmptyAsync(name))
        {
            throw NotEmpty(name);
        }

        await ChangeAsync(name, bucket => bucket with { IsClosing = true }, cancellationToken);
        if (await IsEmptyAsync(name))
        {
            await table.DeleteAsync(new DeleteItem(BucketKeys.Bucket(name)), CancellationToken.None);
            return;
        }

        await ReopenAsync(name);
        throw NotEmpty(name);
    }

    /// <summary>A bucket whose deletion was begun by a process that is gone is a bucket like others.</summary>
    public async Task ReopenAsync(string name)
    {
        if (await table.FindAsync<BucketRecord>(BucketKeys.Bucket(name)) is { } closing)
        {
            await table.PutAsync(PutItem.Of(BucketKeys.Bucket(name), closing.Value with { IsClosing = false }, Condition.Rev(closing.Rev)));
        }
    }

    private static ApiException NotEmpty(string name) =>
        new("BucketNotEmpty", $"The bucket you tried to delete is not empty: {name}. You must delete all versions in the bucket, and abort its uploads.");

    private async Task<bool> IsEmptyAsync(string name) => await HasNoneAsync(BucketKeys.Objects(name)) && await HasNoneAsync(BucketKeys.Uploads(name));

    private async Task<bool> HasNoneAsync(string partition) => (await table.QueryAsync(new Query(partition) { Limit = 1 })).Items.Count == 0;
}
