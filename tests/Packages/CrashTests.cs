using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Sluice.Platform.Protocol;

namespace Sluice.Packages.Tests;

/// <summary>The process is killed before and after each of the writes of a publication.</summary>
public sealed class CrashTests
{
    private const string Package = "/artifacts/org/npm/main/left";

    [Fact]
    public async Task A_publication_leaves_the_whole_version_or_none_and_can_be_repeated()
    {
        var writes = await WritesAsync();
        writes.ShouldBeGreaterThan(4);
        for (var at = 1; at <= writes; at++)
        {
            foreach (var after in new[] { false, true })
            {
                using var world = await WorldAsync();
                (world.Crashes.At, world.Crashes.After) = (world.Crashes.Calls + at, after);
                (await PublishAsync(world)).Status.ShouldBe(500);
                world.Crashes.Happened.ShouldBeTrue();
                world.Crashes.At = 0;

                if ((await world.AskAsync("GET", Package)).Status != 404)
                {
                    await WholeAsync(world);
                }

                (await PublishAsync(world)).Status.ShouldBe(200);
                await WholeAsync(world);
                (await world.EventsAsync()).Count.ShouldBe(1, $"{at} {after}");
            }
        }
    }

    private static async Task<int> WritesAsync()
    {
        using var world = await WorldAsync();
        var before = world.Crashes.Calls;
        (await PublishAsync(world)).Status.ShouldBe(200);
        return world.Crashes.Calls - before;
    }

    private static async Task<PackageWorld> WorldAsync()
    {
        var world = new PackageWorld();
        await world.RepositoryAsync();

        // The token and its key are not what is tried here.
        (await world.AskAsync("GET", "/artifacts/org/npm/main/-/ping")).Status.ShouldBe(200);
        return world;
    }

    private static async Task WholeAsync(PackageWorld world)
    {
        var document = await PackageWorld.JsonAsync(await world.AskAsync("GET", Package));
        ((string)document["dist-tags"]!["latest"]!).ShouldBe("1.0.0");
        ((string)document["readme"]!).ShouldBe("# left");
        (await PackageWorld.BodyAsync(await world.AskAsync("GET", $"{Package}/-/left-1.0.0.tgz"))).ShouldBe(Tarball);
    }

    private static Task<ApiResponse> PublishAsync(PackageWorld world) => world.AskAsync("PUT", Package, Document());

    /// <summary>What npm sends to publish <c>left</c> 1.0.0.</summary>
    internal static byte[] Document() => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["name"] = "left",
        ["readme"] = "# left",
        ["dist-tags"] = new JsonObject { ["latest"] = "1.0.0" },
        ["versions"] = new JsonObject { ["1.0.0"] = new JsonObject { ["name"] = "left", ["version"] = "1.0.0" } },
        ["_attachments"] = new JsonObject { ["left-1.0.0.tgz"] = new JsonObject { ["data"] = Convert.ToBase64String(Tarball) } },
    }.ToJsonString());

    private static byte[] Tarball { get; } = Packed();

    private static byte[] Packed()
    {
        using var all = new MemoryStream();
        using (var gzip = new GZipStream(all, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(gzip))
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "package/package.json") { DataStream = new MemoryStream("""{"name":"left","version":"1.0.0"}"""u8.ToArray()) });
        }

        return all.ToArray();
    }
}
