using System.Text.Json.Nodes;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Shapes;

namespace Sluice.Packages.Tests.Api;

public sealed class CopyTests
{
    private const string Copy = "'domain':'org','sourceRepository':'main','destinationRepository':'prod','format':'generic','namespace':'team','package':'tool'";
    private const string There = "'domain':'org','repository':'prod','format':'generic','namespace':'team','package':'tool'";

    [Fact]
    public async Task A_version_is_promoted_as_it_is_and_a_second_time_is_nothing()
    {
        using var api = await ApiWorld.MakeAsync();
        var published = await api.PublishAsync("1.0");

        var copied = await api.CallAsync("CopyPackageVersions", Copy + ",'versions':['1.0','1.0']");
        var again = await api.CallAsync("CopyPackageVersions", Copy + ",'versions':['1.0']");

        ((string)copied["successfulVersions"]!["1.0"]!["revision"]!).ShouldBe(published["versionRevision"]!.ToString());
        (((JsonObject)again["successfulVersions"]!).Count, ((JsonObject)again["failedVersions"]!).Count).ShouldBe((0, 0));
        ((string)(await api.CallAsync("DescribePackageVersion", There + ",'packageVersion':'1.0'"))["packageVersion"]!["origin"]!["domainEntryPoint"]!["repositoryName"]!).ShouldBe("main");
        ((string)(await api.CallAsync("GetPackageVersionAsset", There + ",'packageVersion':'1.0','asset':'a.txt'"))["asset"]!).ShouldNotBeEmpty();
        (await api.ToldAsync()).ShouldBe(["main 1.0 Created Published", "prod 1.0 Created Published"], ignoreOrder: true);
    }

    [Fact]
    public async Task All_are_copied_or_none()
    {
        using var api = await ApiWorld.MakeAsync();
        await api.PublishAsync("1.0");
        await api.PublishAsync("2.0");
        await api.PublishAsync("2.0", "other", package: There);

        Codes(await api.CallAsync("CopyPackageVersions", Copy + ",'versions':['1.0','2.0','3.0']")).ShouldBe(["1.0 SKIPPED", "2.0 ALREADY_EXISTS", "3.0 NOT_FOUND"]);
        (await api.VersionsAsync(There)).ShouldBe(["2.0 Published"]);

        var copied = await api.CallAsync("CopyPackageVersions", Copy + ",'versions':['1.0','2.0'],'allowOverwrite':true");
        ((JsonObject)copied["successfulVersions"]!).Select(one => one.Key).Order().ShouldBe(["1.0", "2.0"]);
        var told = (await api.World.EventsAsync()).Last(told => (string?)told.Detail["operationType"] == "Updated");
        ((int)told.Detail["changes"]!["assetsUpdated"]!).ShouldBe(1);
    }

    [Fact]
    public async Task A_revision_is_copied_only_while_it_is_the_one_that_was_meant()
    {
        using var api = await ApiWorld.MakeAsync();
        var published = await api.PublishAsync("1.0");

        Codes(await api.CallAsync("CopyPackageVersions", Copy + ",'versionRevisions':{'1.0':'old'}")).ShouldBe(["1.0 MISMATCHED_REVISION"]);
        ((JsonObject)(await api.CallAsync("CopyPackageVersions", $"{Copy},'versionRevisions':{{'1.0':'{published["versionRevision"]}'}}"))["successfulVersions"]!).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Upstreams_are_looked_into_if_that_is_wanted()
    {
        using var api = await ApiWorld.MakeAsync();
        await api.CallAsync("CreateRepository", "'domain':'org','repository':'down','upstreams':[{'repositoryName':'main'}]");
        await api.PublishAsync("1.0");
        const string Down = "'domain':'org','sourceRepository':'down','destinationRepository':'prod','format':'generic','namespace':'team','package':'tool','versions':['1.0']";

        (await api.RefusedAsync("CopyPackageVersions", Down)).Message.ShouldContain("Package not found");
        ((JsonObject)(await api.CallAsync("CopyPackageVersions", Down + ",'includeFromUpstream':true"))["successfulVersions"]!).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_copy_that_was_deleted_can_be_made_again_and_is_told_each_time()
    {
        using var api = await ApiWorld.MakeAsync();
        await api.PublishAsync("1.0");
        for (var round = 0; round < 3; round++)
        {
            await api.CallAsync("CopyPackageVersions", Copy + ",'versions':['1.0']");
            await api.CallAsync("DeletePackageVersions", There + ",'versions':['1.0']");
        }

        (await api.ToldAsync()).Count(told => told.StartsWith("prod", StringComparison.Ordinal)).ShouldBe(6);
    }

    [Fact]
    public async Task Tags_come_with_the_versions_that_they_name_and_take_none_away()
    {
        using var api = await ApiWorld.MakeAsync();
        var kit = new PackageId("org", "main", PackageFormat.npm, null, "kit");
        await api.World.Get<PublishVersion>().RunAsync(new Publication(kit, "1.0", []) { Tags = ["latest", "old"] }, CancellationToken.None);
        await api.World.Get<PublishVersion>().RunAsync(new Publication(kit.In("prod"), "0.9", []) { Tags = ["latest"] }, CancellationToken.None);

        await api.CallAsync("CopyPackageVersions", "'domain':'org','sourceRepository':'main','destinationRepository':'prod','format':'npm','package':'kit','versions':['1.0']");

        (await api.World.Get<Records.PackageStore>().TagsAsync(kit.In("prod"), CancellationToken.None)).ShouldBe(new Dictionary<string, string> { ["latest"] = "0.9", ["old"] = "1.0" }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_hundred_versions_are_copied_at_once()
    {
        using var api = await ApiWorld.MakeAsync();
        var tool = new PackageId("org", "main", PackageFormat.generic, "team", "tool");
        for (var number = 0; number < 100; number++)
        {
            await api.World.Get<PublishVersion>().RunAsync(new Publication(tool, $"1.{number}", []), CancellationToken.None);
        }

        var copied = await api.CallAsync("CopyPackageVersions", $"{Copy},'versions':[{string.Join(',', Enumerable.Range(0, 100).Select(number => $"'1.{number}'"))}]");

        ((JsonObject)copied["successfulVersions"]!).Count.ShouldBe(100);
        (await api.VersionsAsync(There)).Count.ShouldBe(100);
    }

    private static IReadOnlyList<string> Codes(JsonObject answer) => [.. ((JsonObject)answer["failedVersions"]!).Select(one => $"{one.Key} {one.Value!["errorCode"]}").Order()];
}
