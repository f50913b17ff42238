using System.Text.Json.Nodes;
using Sluice.Deployments.Model.Alarms;
using Sluice.Local.Commands.Releases;

namespace Sluice.Local.Tests.Commands;

public sealed class ReleasePipelineTests
{
    [Theory]
    [InlineData("/home/ada/my-function", "my-function")]
    [InlineData("/home/ada/my function/", "my-function")]
    [InlineData("https://example.com/team/other.git", "other")]
    [InlineData("/srv/shop.v2", "shop-v2")]
    [InlineData("/srv/a", "repository-a")]
    [InlineData("/srv/_", "repository")]
    public void A_pipeline_is_named_like_its_repository_as_far_as_a_build_project_may_be(string repository, string name) =>
        ReleasePipeline.NameFor(repository).ShouldBe(name);

    [Fact]
    public void Steps_that_were_not_asked_for_leave_the_appspec_its_own()
    {
        var configuration = Configuration(DeploymentChoices.Default);
        configuration.ContainsKey("DeployStrategy").ShouldBeFalse();
        ((string?)configuration["DefaultStrategy"]).ShouldBe("Steps.10@5s,50@5s");

        Configuration(DeploymentChoices.Default with { IsStrategyChosen = true }).ContainsKey("DefaultStrategy").ShouldBeFalse();
    }

    [Fact]
    public void Says_what_follows_on_too_few_requests_unless_there_is_no_alarm()
    {
        var configuration = Configuration(DeploymentChoices.Default with { TooFew = TooFewRequests.Continue, TooFewWait = 7, FinalBake = 30 });
        new[] { "TooFewRequests", "TooFewRequestsWait", "FinalBake" }.Select(key => (string?)configuration[key]).ShouldBe(["CONTINUE", "7s", "30s"]);

        Configuration(DeploymentChoices.Default with { Alarm = null }).Select(entry => entry.Key).ShouldBe(["DefaultStrategy", "HookTimeoutSeconds"]);
    }

    private static JsonObject Configuration(DeploymentChoices choices) => (JsonObject)JsonNode.Parse(
        ReleasePipeline.Document("hello", "/srv/hello", branch: null, choices))!["pipeline"]!["stages"]![2]!["actions"]![0]!["configuration"]!;
}
