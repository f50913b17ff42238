using System.Text.Json.Nodes;

namespace Sluice.Packages.Tests.Formats.NuGet.Reading;

/// <summary>Lists of what is here and what is outside.</summary>
public sealed class MergingTests : IAsyncLifetime
{
    private OutsideFeed _outside = null!;
    private PackageWorld _world = null!;
    private Feed _feed = null!;

    public async ValueTask InitializeAsync()
    {
        _outside = await OutsideFeed.StartAsync();
        _world = new PackageWorld(_outside.Settings);
        await _world.RepositoryAsync(external: "public:nuget-org");
        _feed = new Feed(_world);
    }

    public async ValueTask DisposeAsync()
    {
        _world.Dispose();
        await _outside.DisposeAsync();
    }

    [Fact]
    public async Task Versions_from_outside_and_from_here_are_one_list()
    {
        _outside.Add(new Nupkg(Version: "1.10.0"), "1.10.0");
        _outside.Add(new Nupkg(Version: "1.9.0"), "1.9.0");
        await PackageWorld.BodyAsync(await _feed.GetAsync("flatcontainer/org.tools/1.9.0/org.tools.1.9.0.nupkg"));

        (await _feed.VersionsAsync("org.tools")).ShouldBe(["1.9.0", "1.10.0"]);
    }

    [Fact]
    public async Task What_is_told_outside_leads_back_here()
    {
        _outside.Add(new Nupkg(), "1.2.3");

        var item = (await _feed.ItemsAsync("org.tools")).ShouldHaveSingleItem();

        item["packageContent"]!.GetValue<string>().ShouldBe("http://127.0.0.1:8080/artifacts/org/nuget/main/v3/flatcontainer/org.tools/1.2.3/org.tools.1.2.3.nupkg");
        item.ToJsonString().ShouldNotContain("outside.example");
        item["catalogEntry"]!["published"]!.GetValue<string>().ShouldBe("2021-02-03T04:05:06.000+00:00");
    }

    [Fact]
    public async Task What_is_unlisted_outside_is_unlisted_here_even_if_it_was_taken()
    {
        _outside.Add(new Nupkg(Version: "1.0.0-hidden"), "1.0.0-hidden");
        await PackageWorld.BodyAsync(await _feed.GetAsync("flatcontainer/org.tools/1.0.0-hidden/org.tools.1.0.0-hidden.nupkg"));

        (await _feed.ItemsAsync("org.tools")).ShouldHaveSingleItem()["catalogEntry"]!["listed"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Pages_that_are_elsewhere_are_read()
    {
        _outside.Add(new Nupkg(Version: "2.0.0"), "2.0.0");
        var whole = new JsonObject { ["items"] = new JsonArray(new JsonObject { ["catalogEntry"] = new JsonObject { ["id"] = "Org.Tools", ["version"] = "2.0.0" } }) };
        _outside.Documents["/pages/1.json"] = whole;
        _outside.Documents["/registration/org.tools/index.json"] = new JsonObject { ["items"] = new JsonArray(new JsonObject { ["@id"] = $"{_outside.Address}/pages/1.json" }) };

        (await _feed.ItemsAsync("org.tools")).ShouldHaveSingleItem()["catalogEntry"]!["version"]!.GetValue<string>().ShouldBe("2.0.0");
    }

    [Fact]
    public async Task Old_clients_are_not_told_of_versions_that_they_cannot_read()
    {
        _outside.Add(new Nupkg(Version: "1.0.0"), "1.0.0");
        _outside.Add(new Nupkg(Version: "1.0.0-rc.1"), "1.0.0-rc.1");

        (await _feed.ItemsAsync("org.tools", "registration")).Length.ShouldBe(1);
        (await _feed.ItemsAsync("org.tools")).Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_version_is_told_by_itself()
    {
        _outside.Add(new Nupkg(), "1.2.3");

        var leaf = await _feed.JsonAsync("registration-semver2/Org.Tools/1.2.3.json");

        leaf["registration"]!.GetValue<string>().ShouldBe("http://127.0.0.1:8080/artifacts/org/nuget/main/v3/registration-semver2/org.tools/index.json");
        leaf["listed"]!.GetValue<bool>().ShouldBeTrue();
    }
}
