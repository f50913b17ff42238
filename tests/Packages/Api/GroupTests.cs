using System.Text.Json.Nodes;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Resolving;
using Sluice.Packages.Shapes;

namespace Sluice.Packages.Tests.Api;

public sealed class GroupTests
{
    private static readonly PackageId Kit = new("org", "main", PackageFormat.npm, "space", "kit");

    [Fact]
    public async Task Every_domain_has_a_root_that_lets_everything_in_and_can_be_changed()
    {
        using var api = await ApiWorld.MakeAsync();
        const string Root = "'domain':'org','packageGroup':'/*'";

        var group = (await api.CallAsync("DescribePackageGroup", Root))["packageGroup"]!;
        group["parent"].ShouldBeNull();
        group["arn"]!.ToString().ShouldBe("arn:aws:codeartifact:us-east-1:123456789012:package-group/org/*");
        group["originConfiguration"]!["restrictions"]!["PUBLISH"]!.ToJsonString().ShouldBe("""{"effectiveMode":"ALLOW","mode":"ALLOW","repositoriesCount":0}""");

        await api.CallAsync("UpdatePackageGroupOriginConfiguration", Root + ",'restrictions':{'PUBLISH':'BLOCK'}");
        (await Should.ThrowAsync<Platform.Protocol.ApiException>(() => PublishAsync(api, Kit))).Message.ShouldContain("its package group blocks them");
    }

    [Fact]
    public async Task Groups_are_made_below_each_other_listed_and_deleted()
    {
        using var api = await ApiWorld.MakeAsync();
        foreach (var pattern in new[] { "/npm/space/ui~", "/npm/*", "/npm/space/*", "/pypi/*" })
        {
            await api.CallAsync("CreatePackageGroup", $"'domain':'org','packageGroup':'{pattern}'");
        }

        Patterns(await api.CallAsync("ListPackageGroups", "'domain':'org'")).ShouldBe(["/*", "/npm/*", "/npm/space/*", "/npm/space/ui~", "/pypi/*"]);
        Patterns(await api.CallAsync("ListPackageGroups", "'domain':'org','prefix':'/npm/space'")).ShouldBe(["/npm/space/*", "/npm/space/ui~"]);
        Patterns(await api.CallAsync("ListSubPackageGroups", "'domain':'org','packageGroup':'/*'")).ShouldBe(["/npm/*", "/pypi/*"]);
        var page = await api.CallAsync("ListPackageGroups", "'domain':'org','maxResults':4");
        Patterns(await api.CallAsync("ListPackageGroups", $"'domain':'org','nextToken':'{page["nextToken"]}'")).ShouldBe(["/pypi/*"]);

        await api.CallAsync("DeletePackageGroup", "'domain':'org','packageGroup':'/npm/space/*'");
        (await api.CallAsync("DescribePackageGroup", "'domain':'org','packageGroup':'/npm/space/ui~'"))["packageGroup"]!["parent"]!["pattern"]!.ToString().ShouldBe("/npm/*");
    }

    [Fact]
    public async Task A_group_is_described_anew()
    {
        using var api = await ApiWorld.MakeAsync();
        await api.CallAsync("CreatePackageGroup", "'domain':'org','packageGroup':'/npm/*','description':'one','contactInfo':'us'");

        var group = (await api.CallAsync("UpdatePackageGroup", "'domain':'org','packageGroup':'/npm/*','description':'two'"))["packageGroup"]!;

        (group["description"]!.ToString(), group["contactInfo"]!.ToString(), group["domainOwner"]!.ToString()).ShouldBe(("two", "us", "123456789012"));
    }

    [Fact]
    public async Task What_holds_for_a_group_is_said_with_where_it_comes_from()
    {
        using var api = await ApiWorld.MakeAsync();
        await api.CallAsync("CreatePackageGroup", "'domain':'org','packageGroup':'/npm/*'");
        await api.CallAsync("CreatePackageGroup", "'domain':'org','packageGroup':'/npm/space/*'");

        var updated = await api.CallAsync(
            "UpdatePackageGroupOriginConfiguration",
            "'domain':'org','packageGroup':'/npm/*','restrictions':{'PUBLISH':'ALLOW_SPECIFIC_REPOSITORIES','EXTERNAL_UPSTREAM':'BLOCK'},'addAllowedRepositories':[{'repositoryName':'prod','originRestrictionType':'PUBLISH'},{'repositoryName':'main','originRestrictionType':'PUBLISH'}]");

        updated["allowedRepositoryUpdates"]!.ToJsonString().ShouldBe("""{"PUBLISH":{"ADDED":["main","prod"]}}""");
        var restrictions = (await api.CallAsync("DescribePackageGroup", "'domain':'org','packageGroup':'/npm/space/*'"))["packageGroup"]!["originConfiguration"]!["restrictions"]!;
        (restrictions["PUBLISH"]!["mode"]!.ToString(), restrictions["PUBLISH"]!["effectiveMode"]!.ToString(), (int)restrictions["PUBLISH"]!["repositoriesCount"]!).ShouldBe(("INHERIT", "ALLOW_SPECIFIC_REPOSITORIES", 2));
        (restrictions["EXTERNAL_UPSTREAM"]!["effectiveMode"]!.ToString(), restrictions["EXTERNAL_UPSTREAM"]!["inheritedFrom"]!["pattern"]!.ToString()).ShouldBe(("BLOCK", "/npm/*"));
        restrictions["INTERNAL_UPSTREAM"]!["inheritedFrom"]!["pattern"]!.ToString().ShouldBe("/*");
        var removed = await api.CallAsync("UpdatePackageGroupOriginConfiguration", "'domain':'org','packageGroup':'/npm/*','removeAllowedRepositories':[{'repositoryName':'main','originRestrictionType':'PUBLISH'}]");
        removed["allowedRepositoryUpdates"]!.ToJsonString().ShouldBe("""{"PUBLISH":{"REMOVED":["main"]}}""");
        ((JsonArray)(await api.CallAsync("ListAllowedRepositoriesForGroup", "'domain':'org','packageGroup':'/npm/*','originRestrictionType':'PUBLISH'"))["allowedRepositories"]!).Select(name => (string)name!).ShouldBe(["prod"]);
    }

    [Fact]
    public async Task Packages_are_published_only_where_their_group_lets_them()
    {
        using var api = await ApiWorld.MakeAsync();
        await api.CallAsync("CreatePackageGroup", "'domain':'org','packageGroup':'/npm/space/*'");
        await api.CallAsync("UpdatePackageGroupOriginConfiguration", "'domain':'org','packageGroup':'/npm/space/*','restrictions':{'PUBLISH':'ALLOW_SPECIFIC_REPOSITORIES'},'addAllowedRepositories':[{'repositoryName':'prod','originRestrictionType':'PUBLISH'}]");

        (await Should.ThrowAsync<Platform.Protocol.ApiException>(() => PublishAsync(api, Kit))).Code.ShouldBe("AccessDeniedException");
        (await Should.ThrowAsync<Platform.Protocol.ApiException>(() => PublishAsync(api, Kit with { Namespace = "Space" }))).Code.ShouldBe("AccessDeniedException", "it looks like one of the group");
        await PublishAsync(api, Kit.In("prod"));
        await PublishAsync(api, Kit with { Namespace = "spaces" });
        await PublishAsync(api, Kit with { Namespace = "other" }, VersionOrigin.Taken("public:npmjs"));
    }

    [Fact]
    public async Task Upstreams_and_connections_are_asked_only_for_packages_whose_group_lets_them()
    {
        using var api = await ApiWorld.MakeAsync();
        await api.World.RepositoryAsync("store", external: "public:npmjs");
        await api.World.RepositoryAsync("down", upstreams: ["store", "main"]);
        await api.CallAsync("CreatePackageGroup", "'domain':'org','packageGroup':'/npm/space/*'");
        const string Group = "'domain':'org','packageGroup':'/npm/space/*'";

        (await PlacesAsync(api)).ShouldBe(["down", "store public:npmjs", "main"]);
        await api.CallAsync("UpdatePackageGroupOriginConfiguration", Group + ",'restrictions':{'EXTERNAL_UPSTREAM':'BLOCK'}");
        (await PlacesAsync(api)).ShouldBe(["down", "store", "main"]);
        await api.CallAsync("UpdatePackageGroupOriginConfiguration", Group + ",'restrictions':{'EXTERNAL_UPSTREAM':'ALLOW_SPECIFIC_REPOSITORIES'},'addAllowedRepositories':[{'repositoryName':'store','originRestrictionType':'EXTERNAL_UPSTREAM'}]");
        (await PlacesAsync(api)).ShouldBe(["down", "store public:npmjs", "main"]);
        await api.CallAsync("UpdatePackageGroupOriginConfiguration", Group + ",'restrictions':{'INTERNAL_UPSTREAM':'BLOCK'}");
        (await PlacesAsync(api)).ShouldBe(["down"]);
    }

    [Fact]
    public async Task A_package_that_is_blocked_upstream_is_not_asked_for_outside_either()
    {
        using var api = await ApiWorld.MakeAsync();
        await api.World.RepositoryAsync("down", external: "public:npmjs");
        await PublishAsync(api, Kit.In("down"));

        (await PlacesAsync(api)).ShouldBe(["down"]);
    }

    [Fact]
    public async Task A_package_has_one_group_strongly_or_by_its_looks()
    {
        using var api = await ApiWorld.MakeAsync();
        await api.CallAsync("CreatePackageGroup", "'domain':'org','packageGroup':'/npm/space/*'");
        await PublishAsync(api, Kit);
        await PublishAsync(api, Kit.In("prod"));
        await PublishAsync(api, Kit with { Namespace = "SPACE" });
        await PublishAsync(api, Kit with { Namespace = null });

        (await api.CallAsync("GetAssociatedPackageGroup", "'domain':'org','format':'npm','namespace':'space','package':'new'"))["associationType"]!.ToString().ShouldBe("STRONG");
        var weak = await api.CallAsync("GetAssociatedPackageGroup", "'domain':'org','format':'npm','namespace':'Space','package':'new'");
        (weak["associationType"]!.ToString(), weak["packageGroup"]!["pattern"]!.ToString()).ShouldBe(("WEAK", "/npm/space/*"));
        var all = await api.CallAsync("ListAssociatedPackages", "'domain':'org','packageGroup':'/npm/space/*'");
        ApiWorld.Names(all, "packages", "associationType").ShouldBe(["WEAK", "STRONG"], "each once, in whichever repositories it is");
        ApiWorld.Names(await api.CallAsync("ListAssociatedPackages", "'domain':'org','packageGroup':'/*'"), "packages", "package").ShouldBe(["kit"]);
    }

    [Fact]
    public async Task What_a_group_would_have_is_seen_before_it_is_made()
    {
        using var api = await ApiWorld.MakeAsync();
        await PublishAsync(api, Kit);

        ApiWorld.Names(await api.CallAsync("ListAssociatedPackages", "'domain':'org','packageGroup':'/npm/space/k~','preview':true"), "packages", "package").ShouldBeEmpty();
        ApiWorld.Names(await api.CallAsync("ListAssociatedPackages", "'domain':'org','packageGroup':'/npm/space/kit$','preview':true"), "packages", "package").ShouldBe(["kit"]);
        Patterns(await api.CallAsync("ListPackageGroups", "'domain':'org'")).ShouldBe(["/*"]);
    }

    private static async Task<IReadOnlyList<string>> PlacesAsync(ApiWorld api) =>
        [.. (await api.World.Get<VersionFinder>().PlacesAsync(Kit.In("down"), CancellationToken.None)).Select(place => $"{place.Repository.Name} {place.Repository.ExternalConnection}".Trim())];

    private static Task PublishAsync(ApiWorld api, PackageId id, VersionOrigin? origin = null) => api.World.Get<PublishVersion>().RunAsync(new Publication(id, "1.0", []) { Origin = origin }, CancellationToken.None);

    private static IReadOnlyList<string> Patterns(JsonObject answer) => ApiWorld.Names(answer, "packageGroups", "pattern");
}
