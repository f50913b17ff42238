using Sluice.Platform.Protocol;
using static Sluice.Packages.Tests.Images.ImageWorld;

namespace Sluice.Packages.Tests.Images;

/// <summary>The process is killed before and after each of the writes of a push, of an upload in chunks and of a deletion.</summary>
public sealed class ImageCrashTests
{
    [Fact]
    public async Task A_push_leaves_the_whole_image_or_none_and_can_be_repeated()
    {
        var writes = await WritesAsync(PushAsync);
        writes.ShouldBeGreaterThan(10);
        for (var at = 1; at <= writes; at++)
        {
            foreach (var after in new[] { false, true })
            {
                using var world = await KilledAsync(PushAsync, at, after);
                if ((await world.AskAsync("GET", $"{Image}/manifests/1")).Status == 200)
                {
                    await WholeAsync(world);
                }

                (await PushAsync(world)).ShouldBeTrue($"{at} {after}");
                await WholeAsync(world);
                (await world.EventsAsync()).Count.ShouldBe(1, $"{at} {after}");
            }
        }
    }

    [Fact]
    public async Task A_deletion_leaves_the_whole_image_or_none_and_can_be_repeated()
    {
        static async Task<bool> DeleteAsync(PackageWorld world) => (await world.AskAsync("DELETE", $"{Image}/manifests/{Digest(Bytes(Manifest().ToJsonString()))}")).Status is 202 or 404;
        for (var after = 0; after < 2; after++)
        {
            using var world = await NewAsync();
            (await PushAsync(world)).ShouldBeTrue();
            (world.Crashes.At, world.Crashes.After) = (world.Crashes.Calls + 1, after == 1);
            (await DeleteAsync(world)).ShouldBeFalse();
            world.Crashes.At = 0;
            if ((await world.AskAsync("GET", $"{Image}/manifests/1")).Status == 200)
            {
                await WholeAsync(world);
            }

            (await DeleteAsync(world)).ShouldBeTrue();
            (await world.AskAsync("GET", $"{Image}/manifests/1")).Status.ShouldBe(404);
            (await world.EventsAsync()).Count.ShouldBe(2);
        }
    }

    private static async Task<PackageWorld> KilledAsync(Func<PackageWorld, Task<bool>> act, int at, bool after)
    {
        var world = await NewAsync();
        (world.Crashes.At, world.Crashes.After) = (world.Crashes.Calls + at, after);
        (await act(world)).ShouldBeFalse();
        world.Crashes.Happened.ShouldBeTrue();
        world.Crashes.At = 0;
        return world;
    }

    private static async Task<int> WritesAsync(Func<PackageWorld, Task<bool>> act)
    {
        using var world = await NewAsync();
        var before = world.Crashes.Calls;
        (await act(world)).ShouldBeTrue();
        return world.Crashes.Calls - before;
    }

    private static async Task WholeAsync(PackageWorld world)
    {
        (await PackageWorld.TextAsync(await world.AskAsync("GET", $"{Image}/manifests/1"))).ShouldBe(Manifest().ToJsonString());
        (await PackageWorld.TextAsync(await world.AskAsync("GET", $"{Image}/blobs/{Digest(Bytes("{}"))}"))).ShouldBe("{}");
        (await PackageWorld.TextAsync(await world.AskAsync("GET", $"{Image}/blobs/{Digest(Bytes("layer"))}"))).ShouldBe("layer");
    }

    /// <summary>A client that ends at the first fault, and begins each time anew.</summary>
    private static async Task<bool> PushAsync(PackageWorld world)
    {
        var digest = Digest(Bytes("layer"));
        if ((await world.AskAsync("POST", $"{Image}/blobs/uploads/?digest={Digest(Bytes("{}"))}", Bytes("{}"))).Status != 201
            || (await world.AskAsync("POST", $"{Image}/blobs/uploads/")) is not { Status: 202 } begun)
        {
            return false;
        }

        var upload = begun.Header("Location")!;
        return await IsAsync(202, world.AskAsync("PATCH", upload, Bytes("la"))) && await IsAsync(202, world.AskAsync("PATCH", upload, Bytes("yer")))
            && await IsAsync(201, world.AskAsync("PUT", $"{upload}?digest={digest}", [], ("Content-Length", "0"))) && await IsAsync(201, world.PutAsync(Manifest(), "1"));
    }

    private static async Task<bool> IsAsync(int status, Task<ApiResponse> asked) => (await asked).Status == status;
}
