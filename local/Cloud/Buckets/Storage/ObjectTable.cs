using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Buckets.History;
using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Platform.Protocol;
using Sluice.Platform.Storage;
using Sluice.Platform.Tables;

namespace Sluice.Local.Cloud.Buckets.Storage;

/// <summary>Keys with their versions.</summary>
internal sealed class ObjectTable(ITable table, BucketStore buckets, ContentStore contents, BucketNotices notices)
{
    private const int Tries = 20;
    private const int PageSize = 1000;

    public async Task<KeyRecord?> FindAsync(string bucket, string key, CancellationToken cancellationToken) =>
        (await table.FindAsync<KeyRecord>(BucketKeys.Object(bucket, key), cancellationToken))?.Value;

    /// <summary>A version of what is at a key; the newest one for null. It may be a delete marker.</summary>
    public async Task<ObjectVersion?> VersionAsync(string bucket, string key, string? versionId, CancellationToken cancellationToken) =>
        await FindAsync(bucket, key, cancellationToken) is { } record ? await VersionAsync(bucket, key, record, versionId, cancellationToken) : null;

    public async Task<ObjectVersion?> VersionAsync(string bucket, string key, KeyRecord record, string? versionId, CancellationToken cancellationToken)
    {
        if (versionId is null || record.Current.ShownId == versionId)
        {
            return record.Current;
        }

        var sequence = versionId == ObjectVersion.NullId ? record.NullSequence : VersionIds.SequenceOf(versionId);
        return sequence is { } number && (await table.FindAsync<ObjectVersion>(BucketKeys.Version(bucket, key, number), cancellationToken))?.Value is { } older && older.ShownId == versionId ? older : null;
    }

    /// <summary>The older versions of a key, the newest of them first.</summary>
    /// <param name="below">Only those of a lower sequence.</param>
    public async Task<IReadOnlyList<ObjectVersion>> OlderAsync(string bucket, string key, int most, long below, CancellationToken cancellationToken)
    {
        var query = new Query(BucketKeys.Versions(bucket, key)) { SkTo = BucketKeys.Number(below - 1), Descending = true, Limit = most };
        return [.. (await table.QueryAsync(query, cancellationToken)).Items.Select(item => item.Read<ObjectVersion>())];
    }

    /// <summary>Keys in their order, from this one on, as many as the reader wants.</summary>
    public async IAsyncEnumerable<(string Key, KeyRecord Record)> FromAsync(string bucket, string from, int pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new Query(BucketKeys.Objects(bucket)) { SkFrom = from.Length == 0 ? null : from, Limit = Math.Clamp(pageSize, 1, PageSize) };
        await foreach (var item in table.QueryAllAsync(query, cancellationToken))
        {
            yield return (item.Key.Sk, item.Read<KeyRecord>());
        }
    }

    /// <summary>Changes what is at a key, however many do that at once. What has no version any more is taken away behind it.</summary>
    /// <param name="bucket">Where the key is.</param>
    /// <param name="key">The key.</param>
    /// <param name="decide">What becomes of it; null leaves it as it is.</param>
    /// <param name="more">Writes that are made with it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ApiException"><c>NoSuchBucket</c>, <c>OperationAborted</c>.</exception>
    public async Task ChangeAsync(string bucket, string key, Func<BucketRecord, KeyRecord?, Task<KeyChange?>> decide, IReadOnlyList<TableWrite> more, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            var owner = await buckets.GetAsync(bucket, cancellationToken);
            var now = await table.FindAsync<KeyRecord>(BucketKeys.Object(bucket, key), cancellationToken);
            if (await decide(owner.Value, now?.Value) is not { } change)
            {
                return;
            }

            (PutItem Write, JsonObject Event)? told = change.Notice is { } notice ? notices.Of(bucket, key, notice) : null;
            IEnumerable<TableWrite> telling = told is { } one ? [one.Write] : [];
            if (await table.TryTransactAsync([new CheckItem(BucketKeys.Bucket(bucket), Condition.Rev(owner.Rev)), .. Writes(bucket, key, now?.Rev, change), .. telling, .. more], cancellationToken))
            {
                await RemoveAsync(change.Loosened);
                await (told is { } happened ? notices.TellAsync(happened.Event) : Task.CompletedTask);
                return;
            }
        }

        throw S3Errors.OperationAborted();
    }

    private async Task RemoveAsync(IReadOnlyList<string> loosened)
    {
        try
        {
            foreach (var content in loosened)
            {
                await contents.RemoveAsync(content);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException || StorageFault.In(e))
        {
            // The change is made. What is left is loose, and goes at the next start.
        }
    }

    private static IEnumerable<TableWrite> Writes(string bucket, string key, long? rev, KeyChange change)
    {
        var (at, unchanged) = (BucketKeys.Object(bucket, key), rev is { } known ? Condition.Rev(known) : Condition.Absent);
        yield return change.Record is { } record ? PutItem.Of(at, record, unchanged) : new DeleteItem(at, unchanged);
        if (change.Archived is { } archived)
        {
            yield return PutItem.Of(BucketKeys.Version(bucket, key, archived.Sequence), archived);
        }

        if (change.Unarchived is { } unarchived)
        {
            yield return new DeleteItem(BucketKeys.Version(bucket, key, unarchived.Sequence));
        }

        foreach (var content in change.Loosened)
        {
            yield return ContentStore.Loosen(content);
        }
    }
}
