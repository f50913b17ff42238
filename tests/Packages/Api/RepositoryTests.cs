using System.Text.Json.Nodes;

namespace Sluice.Packages.Tests.Api;

public sealed class RepositoryTests
{
    [Fact]
    public async Task A_repository_is_made_changed_and_described()
    {
        using var api = await ApiWorld.MakeAsync();
        await api.CallAsync("CreateRepository", "'domain':'org','repository':'team','description':'one','upstreams':[{'repositoryName':'prod'},{'repositoryName':'main'}]");
        await api.CallAsync("UpdateRepository", "'domain':'org','repository':'team','description':'two'");

        var repository = (JsonObject)(await api.CallAsync("DescribeRepository", "'domain':'org','repository':'team'"))["repository"]!;

        ((string)repository["description"]!).ShouldBe("two");
        ApiWorld.Names(repository, "upstreams", "repositoryName").ShouldBe(["prod", "main"], "in their order, which the change said nothing of");
        ((string)repository["arn"]!).ShouldBe("arn:aws:codeartifact:us-east-1:123456789012:repository/org/team");
        await api.CallAsync("UpdateRepository", "'domain':'org','repository':'team','upstreams':[]");
        ((JsonArray)(await api.CallAsync("DescribeRepository", "'domain':'org','repository':'team'"))["repository"]!["upstreams"]!).ShouldBeEmpty();
    }

    [Fact]
    public async Task Repositories_are_listed_by_what_their_names_begin_with()
    {
        using var api = await ApiWorld.MakeAsync();
        await api.CallAsync("CreateDomain", "'domain':'alpha'");
        await api.CallAsync("CreateRepository", "'domain':'alpha','repository':'main-2'");

        ApiWorld.Names(await api.CallAsync("ListRepositories", "'repositoryPrefix':'main'"), "repositories", "domainName").ShouldBe(["alpha", "org"]);
        ApiWorld.Names(await api.CallAsync("ListRepositoriesInDomain", "'domain':'org'"), "repositories", "name").ShouldBe(["main", "prod"]);
        ApiWorld.Names(await api.CallAsync("ListRepositoriesInDomain", "'domain':'org','repositoryPrefix':'pr'"), "repositories", "name").ShouldBe(["prod"]);
        ApiWorld.Names(await api.CallAsync("ListRepositoriesInDomain", "'domain':'org','administratorAccount':'111122223333'"), "repositories", "name").ShouldBeEmpty();
        var first = await api.CallAsync("ListRepositories", "'maxResults':1");
        ApiWorld.Names(await api.CallAsync("ListRepositories", $"'maxResults':1,'nextToken':'{first["nextToken"]}'"), "repositories", "name").ShouldBe(["main"]);
        (await api.RefusedAsync("ListRepositoriesInDomain", $"'domain':'org','nextToken':'{first["nextToken"]}'")).Code.ShouldBe("ValidationException", "it is another list's");
    }

    [Fact]
    public async Task A_repository_is_deleted_with_its_packages_each_version_of_which_is_told()
    {
        using var api = await ApiWorld.MakeAsync();
        await api.CallAsync("UpdateRepository", "'domain':'org','repository':'prod','upstreams':[{'repositoryName':'main'}]");
        await api.PublishAsync("1.0");
        await api.PublishAsync("2.0");

        await api.CallAsync("DeleteRepository", "'domain':'org','repository':'main'");

        (await api.ToldAsync()).ShouldBe(["main 1.0 Created Published", "main 2.0 Created Published", "main 1.0 Deleted Deleted", "main 2.0 Deleted Deleted"], ignoreOrder: true);
        ((JsonArray)(await api.CallAsync("DescribeRepository", "'domain':'org','repository':'prod'"))["repository"]!["upstreams"]!).ShouldBeEmpty("it is no upstream any more");
        await api.CallAsync("CreateRepository", "'domain':'org','repository':'main'");
        ((JsonArray)(await api.CallAsync("ListPackages", "'domain':'org','repository':'main'"))["packages"]!).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_external_connection_comes_and_goes()
    {
        using var api = await ApiWorld.MakeAsync();
        const string Connection = "'domain':'org','repository':'main','externalConnection':'public:npmjs'";

        ((string)(await api.CallAsync("AssociateExternalConnection", Connection))["repository"]!["externalConnections"]![0]!["packageFormat"]!).ShouldBe("npm");
        ((JsonArray)(await api.CallAsync("DisassociateExternalConnection", Connection))["repository"]!["externalConnections"]!).ShouldBeEmpty();
        (await api.RefusedAsync("DisassociateExternalConnection", Connection)).Message.ShouldContain("it has none");
    }
}
