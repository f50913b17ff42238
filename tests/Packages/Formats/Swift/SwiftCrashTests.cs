using System.Text.Json.Nodes;
using Sluice.Platform.Protocol;
using static Sluice.Packages.Tests.Formats.Swift.SwiftWorld;

namespace Sluice.Packages.Tests.Formats.Swift;

/// <summary>The process is killed before and after each of the writes of a publication.</summary>
public sealed class SwiftCrashTests
{
    [Fact]
    public async Task A_publication_leaves_the_whole_release_or_none_and_can_be_repeated()
    {
        var writes = await WritesAsync();
        writes.ShouldBeGreaterThan(4);
        for (var at = 1; at <= writes; at++)
        {
            foreach (var after in new[] { false, true })
            {
                using var world = await NewAsync();
                (world.Crashes.At, world.Crashes.After) = (world.Crashes.Calls + at, after);
                (await PublishAsync(world)).Status.ShouldBe(500);
                world.Crashes.Happened.ShouldBeTrue();
                world.Crashes.At = 0;
                if ((await world.AskAsync("GET", $"{Registry}/mona/LinkedList")).Status != 404)
                {
                    await WholeAsync(world);
                }

                (await PublishAsync(world)).Status.ShouldBe(201);
                await WholeAsync(world);
                (await world.EventsAsync()).Count.ShouldBe(1, $"{at} {after}");
            }
        }
    }

    private static Task<ApiResponse> PublishAsync(PackageWorld world) => world.PublishAsync("mona/LinkedList/1.0.0", Package(), """{"description": "A list"}""");

    private static async Task<int> WritesAsync()
    {
        using var world = await NewAsync();
        var before = world.Crashes.Calls;
        (await PublishAsync(world)).Status.ShouldBe(201);
        return world.Crashes.Calls - before;
    }

    private static async Task WholeAsync(PackageWorld world)
    {
        var release = await PackageWorld.JsonAsync(await world.AskAsync("GET", $"{Registry}/mona/LinkedList/1.0.0"));
        ((string)release["metadata"]!["description"]!).ShouldBe("A list");
        (await PackageWorld.BodyAsync(await world.AskAsync("GET", $"{Registry}/mona/LinkedList/1.0.0.zip"))).ShouldBe(Package());
        (await PackageWorld.TextAsync(await world.AskAsync("GET", $"{Registry}/mona/LinkedList/1.0.0/Package.swift"))).ShouldBe(Manifest);
    }
}
