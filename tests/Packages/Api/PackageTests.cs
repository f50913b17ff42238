using System.Text.Json.Nodes;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Shapes;

namespace Sluice.Packages.Tests.Api;

public sealed class PackageTests
{
    private const string Main = "'domain':'org','repository':'main'";

    [Theory]
    [InlineData("", new[] { "tool", "tools", "core", "react", "kit" })]
    [InlineData(",'format':'npm'", new[] { "react", "kit" })]
    [InlineData(",'format':'npm','namespace':'spa'", new[] { "kit" })]
    [InlineData(",'packagePrefix':'tool'", new[] { "tool", "tools" })]
    [InlineData(",'publish':'BLOCK'", new[] { "react" })]
    [InlineData(",'upstream':'BLOCK','format':'maven'", new[] { "core" })]
    public async Task Packages_are_listed_by_what_is_asked_for(string filter, string[] expected)
    {
        using var api = await FilledAsync();

        ApiWorld.Names(await api.CallAsync("ListPackages", Main + filter), "packages", "package").ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public async Task Pages_are_full_whatever_is_filtered_and_nothing_comes_twice()
    {
        using var api = await FilledAsync();
        var (found, token, pages) = (new List<string>(), "", 0);
        do
        {
            var page = await api.CallAsync("ListPackages", $"{Main},'upstream':'BLOCK','maxResults':2{(token.Length > 0 ? $",'nextToken':'{token}'" : "")}");
            found.AddRange(ApiWorld.Names(page, "packages", "package"));
            token = (string?)page["nextToken"] ?? "";
            pages++;
        }
        while (token.Length > 0);

        found.ShouldBe(["tool", "tools", "core", "kit"], ignoreOrder: true);
        pages.ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task Names_are_found_as_their_formats_keep_them()
    {
        using var api = await ApiWorld.MakeAsync();
        await PublishAsync(api, new PackageId("org", "main", PackageFormat.pypi, null, "my-tool"));

        ((string)(await api.CallAsync("DescribePackage", $"{Main},'format':'pypi','package':'My_Tool'"))["package"]!["name"]!).ShouldBe("my-tool");
    }

    [Fact]
    public async Task What_may_come_into_a_package_is_said_before_it_is_there()
    {
        using var api = await ApiWorld.MakeAsync();

        await api.CallAsync("PutPackageOriginConfiguration", $"{ApiWorld.Tool},'restrictions':{{'publish':'BLOCK','upstream':'ALLOW'}}");

        (await api.RefusedAsync("PublishPackageVersion", $"{ApiWorld.Tool},'packageVersion':'1.0','assetName':'a','assetSHA256':'{new string('0', 64)}','assetContent':''")).Code.ShouldBe("AccessDeniedException");
        var said = (await api.CallAsync("DescribePackage", ApiWorld.Tool))["package"]!["originConfiguration"]!["restrictions"]!;
        (said["publish"]!.ToString(), said["upstream"]!.ToString()).ShouldBe(("BLOCK", "ALLOW"));
        await api.CallAsync("PutPackageOriginConfiguration", $"{ApiWorld.Tool},'restrictions':{{'publish':'ALLOW','upstream':'ALLOW'}}");
        await api.PublishAsync("1.0");
        ((string)(await api.CallAsync("DescribePackage", ApiWorld.Tool))["package"]!["originConfiguration"]!["restrictions"]!["upstream"]!).ShouldBe("ALLOW", "a publication leaves it as it was said");
    }

    [Fact]
    public async Task A_package_is_deleted_with_all_its_versions_however_many_there_are()
    {
        using var api = await ApiWorld.MakeAsync();
        var id = new PackageId("org", "main", PackageFormat.generic, "team", "tool");
        for (var number = 0; number < 130; number++)
        {
            await api.World.Get<PublishVersion>().RunAsync(new Publication(id, $"1.{number}", []) { Tags = [$"tag{number}"] }, CancellationToken.None);
        }

        var deleted = await api.CallAsync("DeletePackage", ApiWorld.Tool);

        ((string)deleted["deletedPackage"]!["package"]!).ShouldBe("tool");
        ((JsonArray)(await api.CallAsync("ListPackages", Main))["packages"]!).ShouldBeEmpty();
        (await api.ToldAsync()).Count(told => told.EndsWith("Deleted Deleted", StringComparison.Ordinal)).ShouldBe(130);
        await api.PublishAsync("1.0");
        (await api.VersionsAsync()).ShouldBe(["1.0 Published"]);
        (await api.World.Get<Records.PackageStore>().TagsAsync(id, CancellationToken.None)).ShouldBeEmpty();
    }

    private static async Task<ApiWorld> FilledAsync()
    {
        var api = await ApiWorld.MakeAsync();
        await PublishAsync(api, new PackageId("org", "main", PackageFormat.generic, "team", "tool"));
        await PublishAsync(api, new PackageId("org", "main", PackageFormat.generic, "team", "tools"));
        await PublishAsync(api, new PackageId("org", "main", PackageFormat.maven, "com.example", "core"));
        await PublishAsync(api, new PackageId("org", "main", PackageFormat.npm, "space", "kit"));
        await PublishAsync(api, new PackageId("org", "main", PackageFormat.npm, null, "react"), VersionOrigin.Taken("public:npmjs"));
        return api;
    }

    private static Task PublishAsync(ApiWorld api, PackageId id, VersionOrigin? origin = null) => api.World.Get<PublishVersion>().RunAsync(new Publication(id, "1.0", []) { Origin = origin }, CancellationToken.None);
}
