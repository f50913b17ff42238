using Sluice.Packages.Tests.Formats.Swift;
using static Sluice.Packages.Tests.Formats.Swift.SwiftWorld;

namespace Sluice.Packages.Tests.Kills;

internal sealed class SwiftPublication : IPublication
{
    private const string Here = Registry + "/mona/LinkedList";

    public async Task<int> PublishAsync(PackageWorld world) => (await world.PublishAsync("mona/LinkedList/1.0.0", Package(), """{"description": "A list"}""")).Status is var status and not 201 ? status : 200;

    public async Task<bool> IsSeenAsync(PackageWorld world) => (await world.AskAsync("GET", Here)).Status != 404;

    public async Task WholeAsync(PackageWorld world)
    {
        var release = await PackageWorld.JsonAsync(await world.AskAsync("GET", $"{Here}/1.0.0"));
        ((string)release["metadata"]!["description"]!).ShouldBe("A list");
        (await PackageWorld.BodyAsync(await world.AskAsync("GET", $"{Here}/1.0.0.zip"))).ShouldBe(Package());
        (await PackageWorld.TextAsync(await world.AskAsync("GET", $"{Here}/1.0.0/Package.swift"))).ShouldBe(Manifest);
    }
}
