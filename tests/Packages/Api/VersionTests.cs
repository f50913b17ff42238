using System.Text;
using System.Text.Json.Nodes;
using Sluice.Packages.Contents;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Shapes;

namespace Sluice.Packages.Tests.Api;

public sealed class VersionTests
{
    private const string One = ApiWorld.Tool + ",'packageVersion':'1.0'";
    private static readonly PackageId Kit = new("org", "main", PackageFormat.npm, "space", "kit");

    [Fact]
    public async Task A_generic_version_is_published_asset_by_asset_and_comes_back_byte_by_byte()
    {
        using var api = await ApiWorld.MakeAsync();

        var first = await api.PublishAsync("1.0", "one", "a.txt", unfinished: true);
        (await api.VersionsAsync()).ShouldBe(["1.0 Unfinished"]);
        var second = await api.PublishAsync("1.0", "two", "ü b.txt");

        (first["status"]!.ToString(), second["status"]!.ToString()).ShouldBe(("Unfinished", "Published"));
        second["versionRevision"]!.ToString().ShouldNotBe(first["versionRevision"]!.ToString());
        ((string)second["asset"]!["hashes"]!["SHA-256"]!).Length.ShouldBe(64);
        var asset = await api.CallAsync("GetPackageVersionAsset", $"{One},'asset':'ü b.txt','packageVersionRevision':'{second["versionRevision"]}'");
        Encoding.UTF8.GetString(Convert.FromBase64String((string)asset["asset"]!)).ShouldBe("two");
        (asset["packageVersion"]!.ToString(), asset["packageVersionRevision"]!.ToString()).ShouldBe(("1.0", second["versionRevision"]!.ToString()));
        (await api.ToldAsync()).ShouldBe(["main 1.0 Created Unfinished", "main 1.0 Updated Published"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_same_bytes_are_published_once()
    {
        using var api = await ApiWorld.MakeAsync();
        var first = await api.PublishAsync("1.0");
        var writes = (await api.ToldAsync()).Count;

        (await api.PublishAsync("1.0"))["versionRevision"]!.ToString().ShouldBe(first["versionRevision"]!.ToString());

        (await api.ToldAsync()).Count.ShouldBe(writes);
    }

    [Fact]
    public async Task Versions_are_listed_by_status_origin_and_time_page_by_page()
    {
        using var api = await ApiWorld.MakeAsync();
        foreach (var version in new[] { "1.0", "3.0", "2.0" })
        {
            await api.PublishAsync(version);
            api.World.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await api.PublishAsync("0.1", unfinished: true);

        (await api.VersionsAsync()).ShouldBe(["0.1 Unfinished", "1.0 Published", "2.0 Published", "3.0 Published"]);
        (await api.VersionsAsync(ApiWorld.Tool + ",'sortBy':'PUBLISHED_TIME'")).ShouldBe(["2.0 Published", "3.0 Published", "1.0 Published", "0.1 Unfinished"]);
        (await api.VersionsAsync(ApiWorld.Tool + ",'status':'Unfinished'")).ShouldBe(["0.1 Unfinished"]);
        (await api.VersionsAsync(ApiWorld.Tool + ",'originType':'EXTERNAL'")).ShouldBeEmpty();
        var page = await api.CallAsync("ListPackageVersions", ApiWorld.Tool + ",'sortBy':'PUBLISHED_TIME','maxResults':2");
        (page["defaultDisplayVersion"]!.ToString(), page["namespace"]!.ToString()).ShouldBe(("2.0", "team"));
        await api.CallAsync("DeletePackageVersions", ApiWorld.Tool + ",'versions':['3.0']");
        (await api.VersionsAsync($"{ApiWorld.Tool},'sortBy':'PUBLISHED_TIME','maxResults':2,'nextToken':'{page["nextToken"]}'")).ShouldBe(["1.0 Published", "0.1 Unfinished"]);
        (await api.RefusedAsync("ListPackageVersions", $"{ApiWorld.Tool},'nextToken':'{page["nextToken"]}'")).Code.ShouldBe("ValidationException");
    }

    [Fact]
    public async Task A_version_says_what_its_format_knows_of_it()
    {
        using var api = await ApiWorld.MakeAsync();
        var readme = await api.World.Get<ContentStore>().WriteAsync("org", Encoding.UTF8.GetBytes("# Kit ü"), CancellationToken.None);
        await api.World.Get<PublishVersion>().RunAsync(
            new Publication(Kit, "1.0", [new StoredAsset("b.tgz", 2, readme.Hashes), new StoredAsset("a.tgz", 1, readme.Hashes)])
            {
                Summary = new VersionSummary { DisplayName = "Kit", Summary = "A kit", HomePage = "https://example.com", SourceCodeRepository = "https://example.com/git", Licenses = [new StoredLicense("MIT")] },
                Dependencies = [new StoredDependency(null, "react", "regular", "^18"), new StoredDependency("space", "ui", "dev", "*")],
                Readme = readme.Hashes.Sha256,
                Tags = ["latest"],
            },
            CancellationToken.None);
        const string Asked = "'domain':'org','repository':'main','format':'npm','namespace':'space','package':'kit','packageVersion':'1.0'";

        var version = (await api.CallAsync("DescribePackageVersion", Asked))["packageVersion"]!;
        var dependencies = await api.CallAsync("ListPackageVersionDependencies", Asked);

        (version["displayName"]!.ToString(), version["summary"]!.ToString(), version["licenses"]![0]!["name"]!.ToString()).ShouldBe(("Kit", "A kit", "MIT"));
        (version["origin"]!["originType"]!.ToString(), version["origin"]!["domainEntryPoint"]!["repositoryName"]!.ToString()).ShouldBe(("INTERNAL", "main"));
        ((double)version["publishedTime"]!).ShouldBe(api.World.Clock.GetUtcNow().ToUnixTimeSeconds());
        ((string)(await api.CallAsync("GetPackageVersionReadme", Asked))["readme"]!).ShouldBe("# Kit ü");
        ApiWorld.Names(dependencies, "dependencies", "package").ShouldBe(["react", "ui"]);
        ApiWorld.Names(dependencies, "dependencies", "versionRequirement").ShouldBe(["^18", "*"]);
        var assets = await api.CallAsync("ListPackageVersionAssets", Asked + ",'maxResults':1");
        ApiWorld.Names(assets, "assets", "name").ShouldBe(["a.tgz"]);
        ApiWorld.Names(await api.CallAsync("ListPackageVersionAssets", $"{Asked},'nextToken':'{assets["nextToken"]}'"), "assets", "name").ShouldBe(["b.tgz"]);
    }

    [Fact]
    public async Task Statuses_are_changed_all_or_none()
    {
        using var api = await ApiWorld.MakeAsync();
        await api.PublishAsync("1.0");
        await api.PublishAsync("2.0");

        var refused = await api.CallAsync("UpdatePackageVersionsStatus", ApiWorld.Tool + ",'versions':['1.0','3.0'],'targetStatus':'Archived'");
        Codes(refused).ShouldBe(["1.0 SKIPPED", "3.0 NOT_FOUND"]);
        ((JsonObject)refused["successfulVersions"]!).ShouldBeEmpty();
        (await api.VersionsAsync()).ShouldBe(["1.0 Published", "2.0 Published"]);
        Codes(await api.CallAsync("UpdatePackageVersionsStatus", ApiWorld.Tool + ",'versions':['1.0'],'expectedStatus':'Unlisted','targetStatus':'Archived'")).ShouldBe(["1.0 MISMATCHED_STATUS"]);

        var changed = await api.CallAsync("UpdatePackageVersionsStatus", ApiWorld.Tool + ",'versions':['1.0','2.0'],'targetStatus':'Archived'");
        ((string)changed["successfulVersions"]!["2.0"]!["status"]!).ShouldBe("Archived");
        (await api.VersionsAsync()).ShouldBe(["1.0 Archived", "2.0 Archived"]);
        (await api.ToldAsync()).Count(told => told.EndsWith("Updated Archived", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task What_is_disposed_of_is_known_and_not_served_and_what_is_deleted_is_published_anew()
    {
        using var api = await ApiWorld.MakeAsync();
        await api.PublishAsync("1.0");

        await api.CallAsync("DisposePackageVersions", ApiWorld.Tool + ",'versions':['1.0'],'expectedStatus':'Published'");
        ((JsonArray)(await api.CallAsync("ListPackageVersionAssets", One))["assets"]!).ShouldBeEmpty();
        (await api.RefusedAsync("GetPackageVersionAsset", One + ",'asset':'a.txt'")).Code.ShouldBe("ConflictException");
        Codes(await api.CallAsync("UpdatePackageVersionsStatus", ApiWorld.Tool + ",'versions':['1.0'],'targetStatus':'Published'")).ShouldBe(["1.0 NOT_ALLOWED"]);

        ((string)(await api.CallAsync("DeletePackageVersions", ApiWorld.Tool + ",'versions':['1.0']"))["successfulVersions"]!["1.0"]!["status"]!).ShouldBe("Deleted");
        await api.PublishAsync("1.0", "other");
        (await api.VersionsAsync()).ShouldBe(["1.0 Published"]);
        (await api.ToldAsync()).ShouldBe(["main 1.0 Created Published", "main 1.0 Updated Disposed", "main 1.0 Deleted Deleted", "main 1.0 Created Published"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_tag_goes_with_the_version_that_it_names()
    {
        using var api = await ApiWorld.MakeAsync();
        await api.World.Get<PublishVersion>().RunAsync(new Publication(Kit, "1.0", []) { Tags = ["latest", "next"] }, CancellationToken.None);
        await api.World.Get<PublishVersion>().RunAsync(new Publication(Kit, "2.0", []) { Tags = ["latest"] }, CancellationToken.None);

        await api.CallAsync("DeletePackageVersions", "'domain':'org','repository':'main','format':'npm','namespace':'space','package':'kit','versions':['1.0']");

        (await api.World.Get<Records.PackageStore>().TagsAsync(Kit, CancellationToken.None)).ShouldBe(new Dictionary<string, string> { ["latest"] = "2.0" });
    }

    private static IReadOnlyList<string> Codes(JsonObject answer) => [.. ((JsonObject)answer["failedVersions"]!).Select(one => $"{one.Key} {one.Value!["errorCode"]}").Order()];
}
