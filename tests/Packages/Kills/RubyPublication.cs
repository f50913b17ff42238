using Sluice.Packages.Tests.Formats.Ruby;

namespace Sluice.Packages.Tests.Kills;

internal sealed class RubyPublication : IPublication
{
    private static readonly byte[] _gem = Gems.Packed("demo", "1.2.0");

    public async Task<int> PublishAsync(PackageWorld world) => (await world.AskAsync("POST", $"{Gems.Here}api/v1/gems", _gem)).Status;

    public async Task<bool> IsSeenAsync(PackageWorld world) => (await world.AskAsync("GET", $"{Gems.Here}info/demo")).Status != 404;

    public async Task WholeAsync(PackageWorld world)
    {
        (await PackageWorld.TextAsync(await world.AskAsync("GET", $"{Gems.Here}info/demo"))).ShouldContain(Gems.Digest(_gem));
        (await PackageWorld.TextAsync(await world.AskAsync("GET", $"{Gems.Here}versions"))).ShouldContain("demo 1.2.0 ");
        (await PackageWorld.BodyAsync(await world.AskAsync("GET", $"{Gems.Here}gems/demo-1.2.0.gem"))).ShouldBe(_gem);
    }
}
