using Sluice.Packages.Tests.Formats.Cargo;

namespace Sluice.Packages.Tests.Kills;

internal sealed class CargoPublication : IPublication
{
    private static readonly byte[] _crate = Crates.Packed("My-Crate", "1.0.0");
    private static readonly byte[] _frame = Crates.Frame(Crates.Metadata("My-Crate", "1.0.0"), _crate);

    public async Task<int> PublishAsync(PackageWorld world) => (await world.AskAsync("PUT", $"{Crates.Here}api/v1/crates/new", _frame)).Status;

    public async Task<bool> IsSeenAsync(PackageWorld world) => (await world.AskAsync("GET", $"{Crates.Here}my/-c/my-crate")).Status != 404;

    public async Task WholeAsync(PackageWorld world)
    {
        (await PackageWorld.TextAsync(await world.AskAsync("GET", $"{Crates.Here}my/-c/my-crate"))).ShouldContain(Crates.Digest(_crate));
        (await PackageWorld.BodyAsync(await world.AskAsync("GET", $"{Crates.Here}api/v1/crates/My-Crate/1.0.0/download"))).ShouldBe(_crate);
    }
}
