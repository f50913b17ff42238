using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Platform.Tables;

namespace Sluice.Local.Cloud.Buckets.Storage;

/// <summary>Takes away what a process left that was ended in the middle of a change: bytes that nothing refers to, parts of ended uploads. Once, before any request.</summary>
internal sealed class LooseEnds(ITable table, BucketStore buckets, ContentStore contents, UploadStore uploads)
{
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await foreach (var item in table.QueryAllAsync(new Query(BucketKeys.Loose) { Limit = 1000 }, cancellationToken))
        {
            var (content, uploadId) = BucketKeys.OfLoose(item.Key);
            await (content is not null ? contents.RemoveAsync(content) : uploads.RemovePartsAsync(uploadId!));
        }

        await foreach (var item in buckets.AllAsync(cancellationToken))
        {
            await (item.Read<BucketRecord>().IsClosing ? buckets.ReopenAsync(item.Key.Sk) : Task.CompletedTask);
        }
    }
}
