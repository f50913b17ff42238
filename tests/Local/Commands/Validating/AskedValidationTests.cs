using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Validating;
using Sluice.Local.Tests.Commands.Clients;

namespace Sluice.Local.Tests.Commands.Validating;

/// <summary>What documents name beside what a suite has.</summary>
public sealed class AskedValidationTests : IDisposable
{
    private readonly ShopFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tells_what_is_not_there_with_the_near_miss()
    {
        await using var suite = await FakeSuite.StartAsync(new Dictionary<string, Func<string>>
        {
            ["ListActionTypes"] = () => """{"actionTypes":[]}""",
            ["BatchGetProjects"] = () => """{"projects":[],"projectsNotFound":["shop"]}""",
            ["ListProjects"] = () => """{"projects":["shopp"]}""",
            ["/2015-03-31/functions/tell"] = () => "{}",
            ["/2015-03-31/functions/"] = () => """{"Functions":[{"FunctionName":"tell"},{"FunctionName":"check-shops"}]}""",
        });
        using var talk = suite.Talk();

        (await _folder.FindingsAsync(talk.Talk.Suite)).ShouldBe(
        [
            "appspec.yml:9:5: error: Hooks[0].BeforeAllowTraffic: there is no Lambda function 'check-shop'; did you mean 'check-shops'?",
            "pipeline.json:13:26: warning: stages[1].actions[0].configuration.ProjectName: there is no CodeBuild project 'shop'; did you mean 'shopp'?; without one a build goes by defaults",
        ]);
        (await _folder.CheckAsync(talk.Talk.Suite)).NotChecked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hook_that_the_build_hands_on_is_made_by_the_release()
    {
        await using var suite = await FakeSuite.StartAsync(WithProject("""{"name":"shop","source":{"type":"CODEPIPELINE"}}"""));
        using var talk = suite.Talk();
        _folder.Change("appspec.yml", "check-shop", "Maps");

        (await _folder.FindingsAsync(talk.Talk.Suite)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_buildspec_of_a_project_is_the_one_that_counts()
    {
        await using var suite = await FakeSuite.StartAsync(WithProject("""{"name":"shop","source":{"type":"CODEPIPELINE","buildspec":"version: 0.2\nenv:\n  exported-variables: [NUMBER]\nphases:\n  build:\n    commands: [make]\nartifacts:\n  secondary-artifacts:\n    App: {files: [a]}\n    Maps: {files: [b]}\n"}}"""));
        using var talk = suite.Talk();

        var report = await _folder.CheckAsync(talk.Talk.Suite);

        report.Files.Select(file => $"{file.File}: {file.TakenFor}").ShouldContain("the buildspec of the project shop: buildspec of Build/Compile");
        report.Findings.ShouldHaveSingleItem().Message.ShouldBe("#{Built.VERSION} will have no value: the buildspec of the project shop does not export 'VERSION'; env.exported-variables has: NUMBER");
    }

    [Fact]
    public async Task A_deployment_group_is_asked_for_with_its_platform()
    {
        await using var suite = await FakeSuite.StartAsync(new Dictionary<string, Func<string>>(WithProject("""{"name":"shop"}"""))
        {
            ["GetDeploymentGroup"] = () => """{"deploymentGroupInfo":{"applicationName":"shop","deploymentGroupName":"web","computePlatform":"ECS"}}""",
        });
        using var talk = suite.Talk();
        _folder.Change("pipeline.json", "\"Lambda\", \"version\": \"1\"},\n       \"configuration\": {\"FunctionName\": \"shop\", \"FunctionAlias\": \"live\", \"DeployStrategy\": \"Canary10Percent5Minutes\"}", "\"CodeDeploy\", \"version\": \"1\"},\n       \"configuration\": {\"ApplicationName\": \"shop\", \"DeploymentGroupName\": \"web\"}");
        _folder.Change("appspec.yml", "Alias: live", "Alias: live\n        CurrentVersion: 1\n        TargetVersion: 2");

        (await _folder.FindingsAsync(talk.Talk.Suite)).ShouldBe(["pipeline.json:19:53: error: stages[2].actions[0].configuration.DeploymentGroupName: the group shop/web is of ECS, and appspec.yml is for Lambda"]);
    }

    [Fact]
    public async Task A_suite_that_was_named_and_refuses_to_tell_leaves_it_unchecked()
    {
        await using var suite = await FakeSuite.StartAsync(new Dictionary<string, Func<string>> { ["ListActionTypes"] = () => """{"actionTypes":[]}""", ["/2015-03-31/functions/tell"] = () => "{}", ["/2015-03-31/functions/check-shop"] = () => "{}" });
        using var talk = suite.Talk();

        (await _folder.CheckAsync(talk.Talk.Suite)).NotChecked.ShouldBe([new Unasked("CodeBuild project 'shop'", "NotThereException: BatchGetProjects")]);
    }

    [Fact]
    public async Task A_suite_that_was_named_and_is_not_there_is_an_error()
    {
        using var nobody = new Conversation(new Dictionary<string, string> { ["AWS_ACCESS_KEY_ID"] = "AKIATEST", ["AWS_SECRET_ACCESS_KEY"] = "secret" }, "http://127.0.0.1:9");

        await Should.ThrowAsync<RefusedException>(() => _folder.CheckAsync(nobody.Talk.Suite));
    }

    private static Dictionary<string, Func<string>> WithProject(string project) => new()
    {
        ["ListActionTypes"] = () => """{"actionTypes":[]}""",
        ["BatchGetProjects"] = () => $$"""{"projects":[{{project}}]}""",
        ["/2015-03-31/functions/tell"] = () => "{}",
        ["/2015-03-31/functions/check-shop"] = () => "{}",
        ["/2015-03-31/functions/shop"] = () => "{}",
    };
}
