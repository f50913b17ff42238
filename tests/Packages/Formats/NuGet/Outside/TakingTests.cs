using Sluice.Packages.Model;

namespace Sluice.Packages.Tests.Formats.NuGet.Outside;

/// <summary>Packages that come through an external connection: to <c>store</c>, which is upstream of <c>main</c>.</summary>
public sealed class TakingTests : IAsyncLifetime
{
    private const string File = "flatcontainer/org.tools/1.2.3/org.tools.1.2.3.nupkg";
    private OutsideFeed _outside = null!;
    private PackageWorld _world = null!;
    private Feed _feed = null!;

    public async ValueTask InitializeAsync()
    {
        _outside = await OutsideFeed.StartAsync();
        _world = new PackageWorld(_outside.Settings);
        await _world.RepositoryAsync("store", external: "public:nuget-org");
        await _world.RepositoryAsync("main", upstreams: ["store"]);
        _feed = new Feed(_world);
    }

    public async ValueTask DisposeAsync()
    {
        _world.Dispose();
        await _outside.DisposeAsync();
    }

    [Fact]
    public async Task A_package_is_handed_on_and_kept_where_it_comes_in_and_where_it_was_asked_for()
    {
        _outside.Add(new Nupkg(), "1.2.3");

        (await PackageWorld.BodyAsync(await _feed.GetAsync(File))).ShouldBe(new Nupkg().Bytes());

        foreach (var repository in new[] { "store", "main" })
        {
            var stored = (await new Feed(_world, repository).StoredAsync("org.tools", "1.2.3"))!;
            stored.Origin.ShouldBe(VersionOrigin.Taken("public:nuget-org"));
            (stored.Summary.DisplayName, stored.PublishedBy).ShouldBe(("Org.Tools", null));
        }
    }

    [Fact]
    public async Task What_was_taken_is_served_when_the_outside_is_gone()
    {
        _outside.Add(new Nupkg(), "1.2.3");
        await PackageWorld.BodyAsync(await _feed.GetAsync(File));
        _outside.Down = 503;

        (await PackageWorld.BodyAsync(await _feed.GetAsync(File))).ShouldBe(new Nupkg().Bytes());
        (await _feed.VersionsAsync("org.tools")).ShouldBe(["1.2.3"]);
        (await _feed.ItemsAsync("org.tools")).ShouldHaveSingleItem()["catalogEntry"]!["description"]!.GetValue<string>().ShouldBe("Tools for everyone.");
        (await _feed.FindAsync("q=org")).ShouldBe(["Org.Tools"]);
    }

    [Fact]
    public async Task What_was_taken_was_published_when_the_registry_outside_says()
    {
        _outside.Add(new Nupkg(), "1.2.3");
        await PackageWorld.BodyAsync(await _feed.GetAsync(File));
        _outside.Down = 503;

        (await _feed.ItemsAsync("org.tools")).ShouldHaveSingleItem()["catalogEntry"]!["published"]!.GetValue<string>().ShouldStartWith("2021-02-03T04:05:06");
    }

    [Fact]
    public async Task Who_asks_at_the_same_time_asks_once()
    {
        _outside.Add(new Nupkg(), "1.2.3");
        var all = new TaskCompletionSource();
        _outside.Content = async (context, package) =>
        {
            await all.Task;
            await context.Response.Body.WriteAsync(package);
        };

        var readers = Enumerable.Range(0, 8).Select(_ => _feed.GetAsync(File)).ToList();
        var bodies = readers.Select(async reader => await PackageWorld.BodyAsync(await reader)).ToList();
        all.SetResult();

        foreach (var body in await Task.WhenAll(bodies))
        {
            body.ShouldBe(new Nupkg().Bytes());
        }

        _outside.Asked.Count(path => path.EndsWith(".nupkg", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_cut_off_is_kept_nowhere_and_no_reader_comes_to_its_end()
    {
        _outside.Add(new Nupkg(), "1.2.3");
        var handed = new TaskCompletionSource();
        _outside.Content = async (context, package) =>
        {
            context.Response.ContentLength = package.Length;
            await context.Response.Body.WriteAsync(package.AsMemory(0, package.Length / 2));
            await context.Response.Body.FlushAsync();
            await handed.Task;
            context.Abort();
        };

        var answer = await _feed.GetAsync(File);
        answer.Status.ShouldBe(200);
        handed.SetResult();
        await Should.ThrowAsync<IOException>(PackageWorld.BodyAsync(answer));
        await NothingKeptAsync();

        _outside.Content = null;
        (await PackageWorld.BodyAsync(await _feed.GetAsync(File))).ShouldBe(new Nupkg().Bytes());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_shorter_than_it_should_be_is_kept_nowhere(bool isHashTold)
    {
        _outside.Add(new Nupkg(), "1.2.3");
        _outside.Hash = isHashTold ? _outside.Hash : _ => null;
        _outside.Content = (context, package) => context.Response.Body.WriteAsync(package.AsMemory(0, package.Length - 30)).AsTask();

        await BrokenAsync();
    }

    [Fact]
    public async Task What_has_another_hash_than_is_told_is_kept_nowhere()
    {
        _outside.Add(new Nupkg(), "1.2.3");
        _outside.Hash = _ => Convert.ToBase64String(new byte[64]);

        await BrokenAsync();
    }

    [Theory]
    [InlineData("Other", "1.2.3")]
    [InlineData("Org.Tools", "1.2.4")]
    public async Task What_says_that_it_is_another_package_is_kept_nowhere(string id, string version)
    {
        _outside.Packages["/v3-flatcontainer/org.tools/1.2.3/org.tools.1.2.3.nupkg"] = new Nupkg(id, version).Bytes();
        _outside.Hash = _ => null;

        await BrokenAsync();
    }

    [Fact]
    public async Task What_no_hash_is_told_of_is_taken_by_what_it_says_of_itself()
    {
        _outside.Add(new Nupkg(Version: "1.2.3+build"), "1.2.3");
        _outside.Hash = _ => null;

        (await PackageWorld.BodyAsync(await _feed.GetAsync(File))).ShouldBe(new Nupkg(Version: "1.2.3+build").Bytes());
    }

    [Fact]
    public async Task An_outage_with_nothing_here_is_said_and_is_no_not_found()
    {
        _outside.Down = 503;

        foreach (var path in new[] { "flatcontainer/org.tools/index.json", "registration/org.tools/index.json", File })
        {
            var answer = await _feed.GetAsync(path);
            answer.Status.ShouldBe(502, path);
            Feed.Shown(answer).ShouldContain("answered 503");
        }
    }

    [Fact]
    public async Task What_the_outside_does_not_have_is_not_found()
    {
        (await _feed.GetAsync("flatcontainer/org.tools/index.json")).Status.ShouldBe(404);
        (await _feed.GetAsync(File)).Status.ShouldBe(404);
        (await _feed.GetAsync("registration-semver2/org.tools/index.json")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("[]")]
    [InlineData("{\"resources\":5}")]
    [InlineData("{\"resources\":[{\"@id\":7,\"@type\":{}}]}")]
    [InlineData("{\"resources\":[{\"@id\":\"file:///etc/\",\"@type\":\"PackageBaseAddress/3.0.0\"}]}")]
    [InlineData("{\"resources\":[],\"resources\":[]}")]
    public async Task A_service_index_of_any_shape_harms_nobody(string index)
    {
        await using var outside = await LoopbackServer.StartAsync(context => Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, index));
        using var world = new PackageWorld(new Dictionary<string, Uri> { ["public:nuget-org"] = new(outside.Address + "/") });
        await world.RepositoryAsync(external: "public:nuget-org");

        (await new Feed(world).GetAsync("flatcontainer/org.tools/index.json")).Status.ShouldBeOneOf(404, 502);
        (await new Feed(world).GetAsync(File)).Status.ShouldBeOneOf(404, 502);
        (await new Feed(world).GetAsync("search?q=x")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_name_that_was_published_here_is_never_looked_for_outside()
    {
        _outside.Add(new Nupkg(Version: "9.0.0"), "9.0.0");
        await _feed.PushAsync(new Nupkg());

        // Whether it is there was asked for once, when the package was new here.
        _outside.Asked.Clear();
        (await _feed.VersionsAsync("org.tools")).ShouldBe(["1.2.3"]);
        await _feed.PushAsync(new Nupkg(Version: "1.2.4"));
        (await _feed.GetAsync("flatcontainer/org.tools/9.0.0/org.tools.9.0.0.nupkg")).Status.ShouldBe(404);
        _outside.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_version_of_an_upstream_stays_where_it_was_asked_for()
    {
        await new Feed(_world, "store").PushAsync(new Nupkg());
        _outside.Asked.Clear();

        await PackageWorld.BodyAsync(await _feed.GetAsync(File));

        (await _feed.StoredAsync("org.tools", "1.2.3"))!.Origin.ShouldBe(VersionOrigin.Published("store"));
        _outside.Asked.ShouldBeEmpty();
    }

    /// <summary>The reader does not come to the end, and nothing is kept: neither the version nor its bytes.</summary>
    private async Task BrokenAsync()
    {
        var answer = await _feed.GetAsync(File);
        answer.Status.ShouldBe(200);
        await Should.ThrowAsync<IOException>(PackageWorld.BodyAsync(answer));
        await NothingKeptAsync();
    }

    private async Task NothingKeptAsync()
    {
        (await _feed.StoredAsync("org.tools", "1.2.3")).ShouldBeNull();
        (await new Feed(_world, "store").StoredAsync("org.tools", "1.2.3")).ShouldBeNull();
        _world.Objects.Keys.Where(key => key.StartsWith("packages/", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
