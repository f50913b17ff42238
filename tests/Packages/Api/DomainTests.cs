namespace Sluice.Packages.Tests.Api;

public sealed class DomainTests
{
    [Fact]
    public async Task A_domain_says_what_it_stores()
    {
        using var api = await ApiWorld.MakeAsync();
        await api.PublishAsync("1.0", "12345");
        await api.PublishAsync("1.1", "12345");

        var domain = (await api.CallAsync("DescribeDomain", "'domain':'org'"))["domain"]!;

        ((int)domain["repositoryCount"]!).ShouldBe(2);
        ((long)domain["assetSizeBytes"]!).ShouldBe(5, "the same content is stored once");
        ((string)domain["arn"]!).ShouldBe("arn:aws:codeartifact:us-east-1:123456789012:domain/org");
        ((string)domain["status"]!).ShouldBe("Active");
    }

    [Fact]
    public async Task Domains_are_listed_page_by_page()
    {
        using var api = await ApiWorld.MakeAsync();
        await api.CallAsync("CreateDomain", "'domain':'alpha'");
        await api.CallAsync("CreateDomain", "'domain':'zeta'");

        var first = await api.CallAsync("ListDomains", "'maxResults':2");
        var second = await api.CallAsync("ListDomains", $"'maxResults':2,'nextToken':'{first["nextToken"]}'");

        ApiWorld.Names(first, "domains", "name").ShouldBe(["alpha", "org"]);
        ApiWorld.Names(second, "domains", "name").ShouldBe(["zeta"]);
        second["nextToken"].ShouldBeNull();
    }

    [Fact]
    public async Task A_domain_is_deleted_with_what_it_stored_and_can_be_made_anew()
    {
        using var api = await ApiWorld.MakeAsync();
        await api.PublishAsync("1.0");
        await api.CallAsync("CreatePackageGroup", "'domain':'org','packageGroup':'/npm/*'");
        await api.CallAsync("DeleteRepository", "'domain':'org','repository':'main'");
        await api.CallAsync("DeleteRepository", "'domain':'org','repository':'prod'");

        ((string)(await api.CallAsync("DeleteDomain", "'domain':'org'"))["domain"]!["status"]!).ShouldBe("Deleted");
        (await api.CallAsync("DeleteDomain", "'domain':'org'"))["domain"].ShouldBeNull("there is none, which is as it should be");
        var made = (await api.CallAsync("CreateDomain", "'domain':'org'"))["domain"]!;

        ((long)made["assetSizeBytes"]!).ShouldBe(0);
        ApiWorld.Names(await api.CallAsync("ListPackageGroups", "'domain':'org'"), "packageGroups", "pattern").ShouldBe(["/*"]);
    }
}
