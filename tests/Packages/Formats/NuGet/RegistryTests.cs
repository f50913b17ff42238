using System.Text;
using System.Text.Json.Nodes;
using Sluice.Packages.Shapes;
using Sluice.Platform.Protocol;

namespace Sluice.Packages.Tests.Formats.NuGet;

public sealed class RegistryTests : IDisposable
{
    private readonly PackageWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task The_service_index_names_resources_below_the_repository()
    {
        var feed = await FeedAsync();

        var resources = (await feed.JsonAsync("index.json"))["resources"]!.AsArray().ToLookup(resource => resource!["@type"]!.GetValue<string>(), resource => resource!["@id"]!.GetValue<string>());

        resources["PackageBaseAddress/3.0.0"].ShouldBe(["http://127.0.0.1:8080/artifacts/org/nuget/main/v3/flatcontainer/"]);
        resources["RegistrationsBaseUrl/3.0.0-beta"].ShouldBe(["http://127.0.0.1:8080/artifacts/org/nuget/main/v3/registration/"]);
        resources["RegistrationsBaseUrl/3.4.0"].ShouldBe(["http://127.0.0.1:8080/artifacts/org/nuget/main/v3/registration/"]);
        resources["RegistrationsBaseUrl/3.6.0"].ShouldBe(["http://127.0.0.1:8080/artifacts/org/nuget/main/v3/registration-semver2/"]);
        foreach (var type in new[] { "SearchQueryService", "SearchAutocompleteService", "PackagePublish/2.0.0", "SymbolPackagePublish/4.9.0" })
        {
            resources[type].ShouldHaveSingleItem();
        }
    }

    [Fact]
    public async Task What_is_pushed_is_served_under_its_normalised_names()
    {
        var feed = await FeedAsync();
        var package = new Nupkg("Org.Tools", "1.02.3.0+build") { More = "<readme>README.md</readme>", Files = [("README.md", "# Tools")] };

        (await feed.PushAsync(package)).Status.ShouldBe(201);

        (await feed.VersionsAsync("org.tools")).ShouldBe(["1.2.3"]);
        (await PackageWorld.BodyAsync(await feed.GetAsync("flatcontainer/org.tools/1.2.3/org.tools.1.2.3.nupkg"))).ShouldBe(package.Bytes());
        (await PackageWorld.TextAsync(await feed.GetAsync("flatcontainer/org.tools/1.2.3/org.tools.nuspec"))).ShouldBe(package.NuspecText);
        (await PackageWorld.TextAsync(await feed.GetAsync("flatcontainer/org.tools/1.2.3/readme"))).ShouldBe("# Tools");
        var stored = (await feed.StoredAsync("org.tools", "1.2.3"))!;
        (stored.Summary.DisplayName, stored.Summary.Summary, stored.PublishedBy).ShouldBe(("Org.Tools", "Tools for everyone.", "tester"));
        stored.Assets.ShouldHaveSingleItem().Name.ShouldBe("org.tools.1.2.3.nupkg");
    }

    [Theory]
    [InlineData("flatcontainer/org.tools/index.json")]
    [InlineData("flatcontainer/org.tools/1.0.0/org.tools.1.0.0.nupkg")]
    [InlineData("flatcontainer/org.tools/1.0.0/org.tools.1.0.0.snupkg")]
    [InlineData("flatcontainer/org.tools/1.0.0/org.tools.nuspec")]
    [InlineData("flatcontainer/org.tools/1.0.0/readme")]
    [InlineData("flatcontainer/..%2f..%2fx/index.json")]
    [InlineData("flatcontainer/org.tools/x/org.tools.x.nupkg")]
    [InlineData("registration/org.tools/index.json")]
    [InlineData("registration/org.tools/1.0.0.json")]
    [InlineData("registration/org.tools/index")]
    [InlineData("nothing")]
    [InlineData("")]
    public async Task What_is_not_there_is_not_found(string path) => (await (await FeedAsync()).GetAsync(path)).Status.ShouldBe(404);

    [Fact]
    public async Task The_same_bytes_are_published_once_and_others_never()
    {
        var feed = await FeedAsync();
        (await feed.PushAsync(new Nupkg())).Status.ShouldBe(201);

        (await feed.PushAsync(new Nupkg())).Status.ShouldBe(201);
        var other = await feed.PushAsync(new Nupkg { Files = [("lib/other", "x")] });

        other.Status.ShouldBe(409);
        Feed.Shown(other).ShouldContain("what is published does not change");
        (await _world.EventsAsync()).Count.ShouldBe(1);
        (await PackageWorld.BodyAsync(await feed.GetAsync("flatcontainer/org.tools/1.2.3/org.tools.1.2.3.nupkg"))).ShouldBe(new Nupkg().Bytes());
    }

    [Fact]
    public async Task What_is_no_package_is_refused_with_a_reason_and_nothing_is_stored()
    {
        var feed = await FeedAsync();

        var refusal = await feed.PushAsync(new Nupkg { Files = [("../evil", "x")] });

        refusal.Status.ShouldBe(400);
        Feed.Shown(refusal).ShouldBe("The package has an entry '../evil': its name is not a plain relative path (it is absolute, or holds '.', '..', or an empty or overlong part).");
        (await feed.StoredAsync("org.tools", "1.2.3")).ShouldBeNull();
        _world.Objects.Keys.Where(key => key.StartsWith("packages/", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("application/octet-stream")]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=other")]
    [InlineData("multipart/form-data; boundary=")]
    public async Task A_body_that_is_no_form_is_refused(string type)
    {
        var feed = await FeedAsync();

        var refusal = await _world.AskAsync("PUT", feed.Root + "package", Nupkg.Form(new Nupkg().Bytes()), ("Content-Type", type));

        refusal.Status.ShouldBe(400);
        Feed.Shown(refusal).ShouldContain("multipart/form-data");
    }

    [Fact]
    public async Task A_form_that_is_cut_off_is_refused()
    {
        var feed = await FeedAsync();
        var form = Nupkg.Form(new Nupkg().Bytes());

        var refusal = await _world.AskAsync("PUT", feed.Root + "package", form[..^60], ("Content-Type", "multipart/form-data; boundary=b0undary"));

        refusal.Status.ShouldBe(400);
        (await feed.StoredAsync("org.tools", "1.2.3")).ShouldBeNull();
    }

    [Fact]
    public async Task Hiding_takes_a_version_from_people_and_from_nobody_who_has_its_number()
    {
        var feed = await FeedAsync();
        await feed.PushAsync(new Nupkg());

        (await _world.AskAsync("DELETE", feed.Root + "package/Org.Tools/1.2.3")).Status.ShouldBe(204);
        (await _world.AskAsync("DELETE", feed.Root + "package/Org.Tools/1.2.3")).Status.ShouldBe(204);

        (await feed.StoredAsync("org.tools", "1.2.3"))!.Status.ShouldBe(PackageVersionStatus.Unlisted);
        (await feed.FindAsync("q=tools")).ShouldBeEmpty();
        (await feed.VersionsAsync("org.tools")).ShouldBe(["1.2.3"]);
        (await feed.GetAsync("flatcontainer/org.tools/1.2.3/org.tools.1.2.3.nupkg")).Status.ShouldBe(200);
        var entry = (await feed.ItemsAsync("org.tools")).ShouldHaveSingleItem()["catalogEntry"]!;
        (entry["listed"]!.GetValue<bool>(), entry["published"]!.GetValue<string>()).ShouldBe((false, "1900-01-01T00:00:00+00:00"));
        var told = (await _world.EventsAsync()).Select(told => told.Detail["packageVersionState"]!.GetValue<string>());
        told.ShouldBe(["Published", "Unlisted"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_was_hidden_is_shown_again()
    {
        var feed = await FeedAsync();
        await feed.PushAsync(new Nupkg());
        await _world.AskAsync("DELETE", feed.Root + "package/Org.Tools/1.2.3");

        (await _world.AskAsync("POST", feed.Root + "package/Org.Tools/1.2.3")).Status.ShouldBe(200);

        (await feed.FindAsync("q=tools")).ShouldBe(["Org.Tools"]);
        (await feed.ItemsAsync("org.tools")).ShouldHaveSingleItem()["catalogEntry"]!["listed"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("POST")]
    public async Task What_is_not_there_is_neither_hidden_nor_shown(string method) => (await _world.AskAsync(method, (await FeedAsync()).Root + "package/Org.Tools/9.0.0")).Status.ShouldBe(404);

    [Fact]
    public async Task Symbols_come_to_the_version_they_belong_to()
    {
        var feed = await FeedAsync();
        await feed.PushAsync(new Nupkg());

        (await feed.PushAsync(new Nupkg().Symbols(), "symbols")).Status.ShouldBe(201);
        (await feed.PushAsync(new Nupkg().Symbols(), "symbols")).Status.ShouldBe(201);

        var stored = (await feed.StoredAsync("org.tools", "1.2.3"))!;
        stored.Assets.Select(asset => asset.Name).ShouldBe(["org.tools.1.2.3.nupkg", "org.tools.1.2.3.snupkg"]);
        stored.Document.ShouldNotBeNull();
        (await PackageWorld.BodyAsync(await feed.GetAsync("flatcontainer/org.tools/1.2.3/org.tools.1.2.3.snupkg"))).ShouldBe(new Nupkg().Symbols());
    }

    [Fact]
    public async Task Symbols_without_their_package_are_refused() => (await (await FeedAsync()).PushAsync(new Nupkg().Symbols(), "symbols")).Status.ShouldBe(404);

    [Fact]
    public async Task A_package_is_no_symbols_and_symbols_are_no_package()
    {
        var feed = await FeedAsync();
        await feed.PushAsync(new Nupkg());

        Feed.Shown(await feed.PushAsync(new Nupkg().Bytes(), "symbols")).ShouldContain("is no package of symbols");
        Feed.Shown(await feed.PushAsync(new Nupkg("Other").Symbols())).ShouldContain("is a package of symbols");
    }

    [Fact]
    public async Task A_version_that_is_archived_is_not_there_and_does_not_come_back()
    {
        var feed = await FeedAsync();
        await feed.PushAsync(new Nupkg());
        await ArchiveAsync();

        (await feed.GetAsync("flatcontainer/org.tools/1.2.3/org.tools.1.2.3.nupkg")).Status.ShouldBe(404);
        (await feed.GetAsync("flatcontainer/org.tools/index.json")).Status.ShouldBe(404);
        (await feed.PushAsync(new Nupkg())).Status.ShouldBe(409);
    }

    [Fact]
    public async Task Who_only_reads_publishes_and_hides_nothing()
    {
        var feed = await FeedAsync();
        await feed.PushAsync(new Nupkg());
        var token = await _world.TokenAsync("reader");

        (await _world.AskAsync(token, "PUT", feed.Root + "package", Nupkg.Form(new Nupkg("Other").Bytes()), ("Content-Type", "multipart/form-data; boundary=b0undary"))).Status.ShouldBe(403);
        (await _world.AskAsync(token, "DELETE", feed.Root + "package/Org.Tools/1.2.3")).Status.ShouldBe(403);
        (await _world.AskAsync(token, "GET", feed.Root + "flatcontainer/org.tools/index.json")).Status.ShouldBe(200);
    }

    private async Task ArchiveAsync()
    {
        var id = new Model.PackageId("org", "main", PackageFormat.nuget, null, "org.tools");
        var store = _world.Get<Records.PackageStore>();
        var before = (await store.FindVersionAsync(id, "1.2.3", CancellationToken.None))!;
        var after = before.Value with { Status = PackageVersionStatus.Archived, Sequence = 2 };
        (await store.TryWriteAsync([new Records.VersionChange(id, before, after) { Fresh = (await store.FindAsync(id, CancellationToken.None))! }], [], CancellationToken.None)).ShouldBeTrue();
    }

    private async Task<Feed> FeedAsync()
    {
        await _world.RepositoryAsync();
        return new Feed(_world);
    }
}
