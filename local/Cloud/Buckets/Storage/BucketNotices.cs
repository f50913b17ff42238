using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Platform.Ids;
using Sluice.Platform.Storage;
using Sluice.Platform.Tables;

namespace Sluice.Local.Cloud.Buckets.Storage;

/// <summary>Tells EventBridge of objects. What there is to tell is written with the change that it tells of, and goes when it was told: so none is lost, and one may be told twice.</summary>
internal sealed class BucketNotices(ITable table, BucketOwner owner, IIds ids, TimeProvider time)
{
    private IEventSink? _sink;

    /// <summary>Says where the default bus is.</summary>
    public void Open(IEventSink sink) => _sink = sink;

    /// <summary>What is written with a change.</summary>
    public (PutItem Write, JsonObject Event) Of(string bucket, string key, ObjectNotice notice)
    {
        var happened = Event(bucket, key, notice);
        return (PutItem.Of(BucketKeys.Notice((string)happened["id"]!), new StoredNotice(happened)), happened);
    }

    /// <summary>Tells it. If the disk takes no writes now, it is told at the next start.</summary>
    public async Task TellAsync(JsonObject happened)
    {
        try
        {
            _sink?.Take("default", happened, isForwarded: false);
            if (_sink is not null)
            {
                await table.DeleteAsync(new DeleteItem(BucketKeys.Notice((string)happened["id"]!)), CancellationToken.None);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException || StorageFault.In(e))
        {
            // The change is made.
        }
    }

    /// <summary>Tells what an earlier process had to tell.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await foreach (var item in table.QueryAllAsync(new Query(BucketKeys.Notices) { Limit = 1000 }, cancellationToken))
        {
            await TellAsync(item.Read<StoredNotice>().Event);
        }
    }

    private JsonObject Event(string bucket, string key, ObjectNotice notice)
    {
        var shown = new JsonObject { ["key"] = key };
        if (!notice.Version.IsDeleteMarker && notice.DeletionType is null)
        {
            shown["size"] = notice.Version.Size;
            shown["etag"] = notice.Version.ETag;
        }

        if (notice.Version.AnsweredId is { } version)
        {
            shown["version-id"] = version;
        }

        shown["sequencer"] = notice.Version.Sequence.ToString("X18");
        var detail = new JsonObject
        {
            ["version"] = "0",
            ["bucket"] = new JsonObject { ["name"] = bucket },
            ["object"] = shown,
            ["request-id"] = ids.Uuid(),
            ["requester"] = owner.AccountId,
            ["source-ip-address"] = "127.0.0.1",
            ["reason"] = notice.Reason,
        };
        if (notice.DeletionType is { } deletion)
        {
            detail["deletion-type"] = deletion;
        }

        return new JsonObject
        {
            ["version"] = "0",
            ["id"] = ids.Uuid(),
            ["detail-type"] = notice.DetailType,
            ["source"] = "aws.s3",
            ["account"] = owner.AccountId,
            ["time"] = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
            ["region"] = owner.Region,
            ["resources"] = new JsonArray($"arn:aws:s3:::{bucket}"),
            ["detail"] = detail,
        };
    }
}
