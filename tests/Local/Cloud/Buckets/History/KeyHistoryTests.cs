using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Storage;

namespace Sluice.Local.Tests.Cloud.Buckets.History;

/// <summary>Versions are as in a list that is kept by S3's rules in the simplest way.</summary>
public sealed class KeyHistoryTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Whatever_is_put_and_deleted_the_versions_are_those_of_a_list(int seed)
    {
        using var world = new BucketWorld();
        await world.CreateAsync();
        var random = new Random(seed);
        var list = new VersionList();
        for (var i = 0; i < 120; i++)
        {
            await StepAsync(world, list, random);
            (await VersionsAsync(world)).ShouldBe(list.Shown, $"after step {i}");
            (await world.ReadAsync("k")).ShouldBe(list.Current);
            world.Contents.ShouldBe(list.Contents, $"after step {i}");
        }
    }

    private static async Task StepAsync(BucketWorld world, VersionList list, Random random)
    {
        switch (random.Next(8))
        {
            case 0:
                list.Status = random.Next(2) == 0 ? VersioningStatus.Enabled : VersioningStatus.Suspended;
                await world.VersionAsync(list.Status);
                break;
            case 1 or 2:
                list.Delete((await world.DeleteAsync("k"))?.ShownId);
                break;
            case 3 or 4 when list.Ids.Count > 0:
                var id = list.Ids[random.Next(list.Ids.Count)];
                await world.DeleteAsync("k", id);
                list.Remove(id);
                break;
            default:
                var text = $"{random.Next()}";
                list.Put((await world.PutAsync("k", text)).ShownId, text);
                break;
        }
    }

    private static async Task<IReadOnlyList<(string Id, string? Text)>> VersionsAsync(BucketWorld world)
    {
        var objects = world.Get<ObjectTable>();
        if (await objects.FindAsync(BucketWorld.Bucket, "k", CancellationToken.None) is not { } record)
        {
            return [];
        }

        var versions = new List<(string, string?)>();
        foreach (var version in (ObjectVersion[])[record.Current, .. await objects.OlderAsync(BucketWorld.Bucket, "k", 1000, record.Current.Sequence, CancellationToken.None)])
        {
            versions.Add((version.ShownId, version.IsDeleteMarker ? null : await world.ReadAsync("k", version.ShownId)));
        }

        return versions;
    }
}
