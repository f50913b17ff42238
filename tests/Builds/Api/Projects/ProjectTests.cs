using System.Text.Json.Nodes;
using Sluice.Builds.Tests.World;

namespace Sluice.Builds.Tests.Api.Projects;

public sealed class ProjectTests : IDisposable
{
    private readonly BuildsApi _api = new();

    [Fact]
    public async Task What_a_project_is_made_of_is_told_with_what_was_filled_in()
    {
        var made = await _api.CreateProjectAsync("web", "{'description':'the shop','tags':[{'key':'team','value':'shop'}]}");

        made["arn"]!.ToString().ShouldBe("arn:aws:codebuild:us-east-1:123456789012:project/web");
        ((int)made["timeoutInMinutes"]!, (int)made["queuedTimeoutInMinutes"]!).ShouldBe((60, 480));
        made["cache"]!.ToJsonString().ShouldBe("""{"type":"NO_CACHE"}""");
        made["badge"]!.ToJsonString().ShouldBe("""{"badgeEnabled":false}""");
        made["environment"]!["imagePullCredentialsType"]!.ToString().ShouldBe("CODEBUILD");
        JsonNode.DeepEquals(made, await _api.ProjectAsync("web")).ShouldBeTrue();
        JsonNode.DeepEquals(made, await _api.ProjectAsync("arn:aws:codebuild:us-east-1:123456789012:project/web")).ShouldBeTrue();
    }

    [Fact]
    public async Task An_update_changes_what_it_says_and_nothing_else()
    {
        await _api.CreateProjectAsync("web", "{'description':'the shop','concurrentBuildLimit':3,'sourceVersion':'main','encryptionKey':'key'}");
        _api.Time.Run(() => Task.Delay(TimeSpan.FromHours(1), _api.Time));

        await _api.CallAsync("UpdateProject", "{'name':'web','timeoutInMinutes':90,'badgeEnabled':true,'concurrentBuildLimit':-1,'sourceVersion':''}");

        var project = await _api.ProjectAsync("web");
        ((string)project["description"]!, (int)project["timeoutInMinutes"]!, (bool)project["badge"]!["badgeEnabled"]!).ShouldBe(("the shop", 90, true));
        (project["concurrentBuildLimit"], project["sourceVersion"], (string)project["encryptionKey"]!).ShouldBe((null, null, "key"));
        ((double)project["lastModified"]! - (double)project["created"]!).ShouldBe(3600);
    }

    [Fact]
    public async Task A_name_is_one_project_and_free_when_it_is_deleted()
    {
        await _api.CreateProjectAsync("web");
        (await _api.RefusedAsync("CreateProject", BuildsApi.ProjectInput("web"))).Code.ShouldBe("ResourceAlreadyExistsException");

        await _api.CallAsync("DeleteProject", "{'name':'web'}");
        await _api.CallAsync("DeleteProject", "{'name':'web'}");

        var answer = await _api.CallAsync("BatchGetProjects", "{'names':['web','web']}");
        answer.ToJsonString().ShouldBe("""{"projects":[],"projectsNotFound":["web"]}""");
        (await _api.CallAsync("ListProjects"))["projects"]!.AsArray().ShouldBeEmpty();
        await _api.CreateProjectAsync("web");
    }

    [Theory]
    [InlineData("NAME", "ASCENDING", "a b c")]
    [InlineData("NAME", "DESCENDING", "c b a")]
    [InlineData("CREATED_TIME", "ASCENDING", "b c a")]
    [InlineData("LAST_MODIFIED_TIME", "ASCENDING", "c a b")]
    [InlineData("LAST_MODIFIED_TIME", "DESCENDING", "b a c")]
    public async Task Projects_are_listed_in_the_order_that_is_asked_for(string sortBy, string order, string expected)
    {
        foreach (var name in new[] { "bb", "cc", "aa" })
        {
            await _api.CreateProjectAsync(name);
            _api.Time.Run(() => Task.Delay(TimeSpan.FromMinutes(1), _api.Time));
        }

        await _api.CallAsync("UpdateProject", "{'name':'bb','description':'newer'}");

        var listed = await _api.CallAsync("ListProjects", $"{{'sortBy':'{sortBy}','sortOrder':'{order}'}}");
        string.Join(' ', listed["projects"]!.AsArray().Select(name => name!.ToString()[..1])).ShouldBe(expected);
    }

    [Fact]
    public async Task Many_projects_come_in_pages_and_each_once()
    {
        for (var made = 0; made < 120; made++)
        {
            await _api.CreateProjectAsync($"project-{made:000}");
        }

        var first = await _api.CallAsync("ListProjects");
        var second = await _api.CallAsync("ListProjects", $"{{'nextToken':'{first["nextToken"]}'}}");

        (first["projects"]!.AsArray().Count, second["projects"]!.AsArray().Count, second["nextToken"]).ShouldBe((100, 20, null));
        first["projects"]!.AsArray().Concat(second["projects"]!.AsArray()).Select(name => name!.ToString()).Distinct().Count().ShouldBe(120);
        (await _api.RefusedAsync("ListProjects", $"{{'sortBy':'CREATED_TIME','nextToken':'{first["nextToken"]}'}}")).Code.ShouldBe("InvalidInputException");
    }

    [Fact]
    public async Task A_public_project_has_an_alias_that_stays_its_own()
    {
        var arn = (await _api.CreateProjectAsync("web"))["arn"];
        var made = await _api.CallAsync("UpdateProjectVisibility", $"{{'projectArn':'{arn}','projectVisibility':'PUBLIC_READ','resourceAccessRole':'arn:role'}}");
        var alias = made["publicProjectAlias"]!.ToString();

        (await _api.ProjectAsync("web"))["publicProjectAlias"]!.ToString().ShouldBe(alias);
        var hidden = await _api.CallAsync("UpdateProjectVisibility", $"{{'projectArn':'{arn}','projectVisibility':'PRIVATE'}}");

        (hidden["publicProjectAlias"], (string)hidden["projectVisibility"]!).ShouldBe((null, "PRIVATE"));
        (await _api.ProjectAsync("web"))["publicProjectAlias"].ShouldBeNull();
    }

    public void Dispose() => _api.Dispose();
}
