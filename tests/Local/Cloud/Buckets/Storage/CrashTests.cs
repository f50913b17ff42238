using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Storage;

namespace Sluice.Local.Tests.Cloud.Buckets.Storage;

/// <summary>The process dies before or after any of the writes of a change: the object is the old one or the new one, whole, and nothing is left over.</summary>
public sealed class CrashTests
{
    private const int MostWrites = 12;

    public static TheoryData<string> Changes => new("put", "replace", "delete", "version", "marker", "remove", "abort");

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_is_made_whole_or_not_at_all(string change)
    {
        var crashed = 0;
        for (var at = 1; at <= MostWrites; at++)
        {
            crashed += await CrashesAsync(change, at, after: false) ? 1 : 0;
            crashed += await CrashesAsync(change, at, after: true) ? 1 : 0;
        }

        crashed.ShouldBeGreaterThan(1);
    }

    private static async Task<bool> CrashesAsync(string change, int at, bool after)
    {
        using var world = new BucketWorld();
        await BeginAsync(world, change);
        var before = await world.ReadAsync("k");
        var crashes = new Crashes { At = at, After = after };
        world.Restart(new CrashingTable(world.Table, crashes));
        try
        {
            await MakeAsync(world, change);
        }
        catch (ProcessKilledException)
        {
            crashes.Happened.ShouldBeTrue();
        }

        world.Restart();
        await world.Get<LooseEnds>().SweepAsync(CancellationToken.None);
        (await world.ReadAsync("k")).ShouldBeOneOf(before, After(change));
        world.Contents.ShouldBe(await ReferredAsync(world), $"{change} at {at}");
        return crashes.Happened;
    }

    private static async Task BeginAsync(BucketWorld world, string change)
    {
        await world.CreateAsync(change is "version" or "marker" or "remove" ? VersioningStatus.Enabled : null);
        if (change is not ("put" or "abort"))
        {
            await world.PutAsync("k", "old");
        }

        if (change == "remove")
        {
            await world.PutAsync("k", "newest");
        }

        if (change == "abort")
        {
            await BeginUploadAsync(world);
        }
    }

    private static async Task BeginUploadAsync(BucketWorld world)
    {
        var upload = new UploadRecord("u", "k", TimeProvider.System.GetUtcNow(), new ObjectVersion { LastModified = TimeProvider.System.GetUtcNow() });
        await world.Uploads.BeginAsync(BucketWorld.Bucket, upload, CancellationToken.None);
        foreach (var number in (int[])[1, 2])
        {
            var (content, digest) = await world.Writer.StoreAsync(BucketWorld.Bytes("part"), new(), CancellationToken.None);
            await world.Uploads.AddAsync(BucketWorld.Bucket, upload, new PartRecord(number, content, digest.Size, digest.ETag, TimeProvider.System.GetUtcNow(), digest.Checksum), CancellationToken.None);
        }
    }

    private static async Task MakeAsync(BucketWorld world, string change)
    {
        switch (change)
        {
            case "delete" or "marker":
                await world.DeleteAsync("k");
                break;
            case "remove":
                await world.DeleteAsync("k", (await world.Reader.GetAsync(BucketWorld.Bucket, "k", null, CancellationToken.None)).ShownId);
                break;
            case "abort":
                await world.Uploads.AbortAsync(BucketWorld.Bucket, await world.Uploads.GetAsync(BucketWorld.Bucket, "k", "u", CancellationToken.None), CancellationToken.None);
                break;
            default:
                await world.PutAsync("k", "new");
                break;
        }
    }

    private static string? After(string change) => change switch
    {
        "delete" or "marker" or "abort" => null,
        "remove" => "old",
        _ => "new",
    };

    /// <summary>How many contents versions and parts refer to.</summary>
    private static async Task<int> ReferredAsync(BucketWorld world)
    {
        var objects = world.Get<ObjectTable>();
        var parts = (await world.Uploads.AllPartsAsync("u", CancellationToken.None)).Count;
        return await objects.FindAsync(BucketWorld.Bucket, "k", CancellationToken.None) is not { } record
            ? parts
            : parts + (record.Current.IsDeleteMarker ? 0 : 1) + (await objects.OlderAsync(BucketWorld.Bucket, "k", 100, record.Current.Sequence, CancellationToken.None)).Count(version => !version.IsDeleteMarker);
    }
}
