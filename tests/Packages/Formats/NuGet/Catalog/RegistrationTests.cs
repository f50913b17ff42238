using System.Text.Json.Nodes;
using Sluice.Packages.Formats.NuGet.Catalog;
using Sluice.Packages.Formats.NuGet.Wire;

namespace Sluice.Packages.Tests.Formats.NuGet.Catalog;

public sealed class RegistrationTests
{
    private static readonly DateTimeOffset Then = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private readonly Registration _registration = new(new NuGetAddresses("http://x/"), NuGetAddresses.NewRegistration);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(64, 1)]
    [InlineData(65, 2)]
    [InlineData(200, 4)]
    public void Versions_stand_in_pages_of_64(int versions, int pages)
    {
        var index = _registration.Index("a", Versions(versions));

        index["count"]!.GetValue<int>().ShouldBe(pages);
        var items = index["items"]!.AsArray();
        items.Count.ShouldBe(pages);
        items.Sum(page => page!["items"]!.AsArray().Count).ShouldBe(versions);
        items.ShouldAllBe(page => page!["count"]!.GetValue<int>() == page["items"]!.AsArray().Count && page["parent"]!.GetValue<string>() == "http://x/v3/registration-semver2/a/index.json");
        items.Select(page => (page!["lower"]!.GetValue<string>(), page["upper"]!.GetValue<string>())).First().ShouldBe(("0.0.0", $"{Math.Min(versions, 64) - 1}.0.0"));
    }

    [Fact]
    public void What_is_listed_says_when_it_was_published_and_what_is_hidden_does_not()
    {
        var shown = _registration.Leaf("a", Version("1.0.0", true));
        var hidden = _registration.Leaf("a", Version("1.0.0", false));

        (shown["listed"]!.GetValue<bool>(), shown["published"]!.GetValue<string>()).ShouldBe((true, "2026-01-02T03:04:05.000+00:00"));
        (hidden["listed"]!.GetValue<bool>(), hidden["published"]!.GetValue<string>()).ShouldBe((false, "1900-01-01T00:00:00+00:00"));
    }

    [Fact]
    public void What_is_kept_does_not_change_by_being_told()
    {
        var version = Version("1.0.0", true);

        _registration.Leaf("a", version);

        version.Entry.ContainsKey("listed").ShouldBeFalse();
    }

    private static CatalogVersion[] Versions(int count) => [.. Enumerable.Range(0, count).Select(at => Version($"{at}.0.0", true))];

    private static CatalogVersion Version(string number, bool listed) => new(number, new JsonObject { ["id"] = "A", ["version"] = number }, listed, Then);
}
