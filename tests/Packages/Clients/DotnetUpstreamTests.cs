namespace Sluice.Packages.Tests.Clients;

/// <summary>The real client and real packages: by an external connection to the NuGet source of this machine, which can fail.</summary>
public sealed class DotnetUpstreamTests
{
    private const string Id = "Microsoft.Extensions.Logging.Abstractions";
    private const string Number = "10.0.15";
    private readonly string _name = Id.ToLowerInvariant();

    [Fact]
    public async Task What_was_restored_once_is_restored_when_the_outside_is_gone()
    {
        using var dotnet = new DotnetClient();
        await using var mirror = await SourceMirror.StartAsync(dotnet);
        using var world = await ConnectedAsync(mirror);
        await using var server = await RegistryServer.StartAsync(world);
        dotnet.Use(server.Address, "main", await world.TokenAsync());
        dotnet.Need(Id, Number);

        await RestoresAsync(dotnet);
        mirror.IsGone = true;
        await RestoresAsync(dotnet);

        foreach (var repository in new[] { "main", "store" })
        {
            (await new Formats.NuGet.Feed(world, repository).StoredAsync(_name, Number))!.Summary.DisplayName.ShouldBe(Id);
        }
    }

    [Fact]
    public async Task What_is_cut_off_is_restored_by_nobody_and_whole_afterwards()
    {
        using var dotnet = new DotnetClient();
        await using var mirror = await SourceMirror.StartAsync(dotnet);
        using var world = await ConnectedAsync(mirror);
        await using var server = await RegistryServer.StartAsync(world);
        dotnet.Use(server.Address, "main", await world.TokenAsync());
        dotnet.Need(Id, Number);
        mirror.CutsOff = true;

        (await dotnet.RestoreAsync()).ExitCode.ShouldNotBe(0);
        (await new Formats.NuGet.Feed(world).StoredAsync(_name, Number)).ShouldBeNull();

        mirror.CutsOff = false;
        await RestoresAsync(dotnet);
    }

    [Fact]
    public async Task Many_who_ask_first_ask_outside_once()
    {
        using var dotnet = new DotnetClient();
        await using var mirror = await SourceMirror.StartAsync(dotnet);
        using var world = await ConnectedAsync(mirror);
        var feed = new Formats.NuGet.Feed(world);

        var bodies = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => Convert.ToHexString(await PackageWorld.BodyAsync(await feed.GetAsync($"flatcontainer/{_name}/{Number}/{_name}.{Number}.nupkg")))));

        bodies.Distinct().ShouldHaveSingleItem().Length.ShouldBeGreaterThan(0);
        mirror.Packages.Count.ShouldBe(1);
    }

    private async Task RestoresAsync(DotnetClient dotnet)
    {
        var (code, output) = await dotnet.RestoreAsync();
        code.ShouldBe(0, output);
        dotnet.Has(_name, Number).ShouldBeTrue(output);
    }

    private static async Task<PackageWorld> ConnectedAsync(SourceMirror mirror)
    {
        var world = new PackageWorld(mirror.Settings);
        await world.RepositoryAsync("store", external: "public:nuget-org");
        await world.RepositoryAsync("main", upstreams: ["store"]);
        return world;
    }
}
