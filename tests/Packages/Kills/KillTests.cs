namespace Sluice.Packages.Tests.Kills;

/// <summary>The process is killed before and after each of the writes of a publication, in each format.</summary>
public sealed class KillTests
{
    private static readonly Dictionary<string, IPublication> _publications = new()
    {
        ["npm"] = new NpmPublication(), ["nuget"] = new NuGetPublication(), ["pypi"] = new PyPiPublication(), ["maven"] = new MavenPublication(), ["generic"] = new GenericPublication(),
        ["cargo"] = new CargoPublication(), ["ruby"] = new RubyPublication(), ["swift"] = new SwiftPublication(),
    };

    public static TheoryData<string> Formats => new(_publications.Keys);

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_publication_leaves_the_whole_version_or_none_and_can_be_repeated(string format)
    {
        var publication = _publications[format];
        var (writes, told) = await WithoutCrashAsync(publication);
        writes.ShouldBeGreaterThan(2);
        for (var at = 1; at <= writes; at++)
        {
            foreach (var after in new[] { false, true })
            {
                using var world = await WorldAsync();
                (world.Crashes.At, world.Crashes.After) = (world.Crashes.Calls + at, after);
                (await publication.PublishAsync(world)).ShouldBe(500, $"{at} {after}");
                world.Crashes.Happened.ShouldBeTrue();
                world.Crashes.At = 0;

                if (await publication.IsSeenAsync(world))
                {
                    await publication.WholeAsync(world);
                }

                (await publication.PublishAsync(world)).ShouldBe(200, $"{at} {after}");
                await publication.WholeAsync(world);
                (await world.EventsAsync()).Count.ShouldBe(told, $"{at} {after}");
            }
        }
    }

    private static async Task<(int Writes, int Told)> WithoutCrashAsync(IPublication publication)
    {
        using var world = await WorldAsync();
        var before = world.Crashes.Calls;
        (await publication.PublishAsync(world)).ShouldBe(200);
        await publication.WholeAsync(world);
        return (world.Crashes.Calls - before, (await world.EventsAsync()).Count);
    }

    private static async Task<PackageWorld> WorldAsync()
    {
        var world = new PackageWorld();
        await world.RepositoryAsync();

        // The token and its key are not what is tried here.
        (await world.AskAsync("GET", "/artifacts/org/npm/main/-/ping")).Status.ShouldBe(200);
        return world;
    }
}
