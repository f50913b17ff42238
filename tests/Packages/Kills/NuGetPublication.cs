using Sluice.Packages.Tests.Formats.NuGet;

namespace Sluice.Packages.Tests.Kills;

internal sealed class NuGetPublication : IPublication
{
    private static readonly byte[] _package = new Nupkg("Org.Tools", "1.0.0") { More = "<readme>README.md</readme>", Files = [("README.md", "# Tools")] }.Bytes();

    public async Task<int> PublishAsync(PackageWorld world) => (await new Feed(world).PushAsync(_package)).Status is 201 ? 200 : 500;

    public async Task<bool> IsSeenAsync(PackageWorld world) => (await new Feed(world).GetAsync("flatcontainer/org.tools/index.json")).Status != 404;

    public async Task WholeAsync(PackageWorld world)
    {
        var feed = new Feed(world);
        (await feed.VersionsAsync("org.tools")).ShouldBe(["1.0.0"]);
        (await feed.ItemsAsync("org.tools")).ShouldHaveSingleItem();
        (await PackageWorld.BodyAsync(await feed.GetAsync("flatcontainer/org.tools/1.0.0/org.tools.1.0.0.nupkg"))).ShouldBe(_package);
        (await PackageWorld.TextAsync(await feed.GetAsync("flatcontainer/org.tools/1.0.0/readme"))).ShouldBe("# Tools");
    }
}
