using System.Text.Json.Nodes;
using Sluice.Builds.Shapes;
using Sluice.Local.Commands.Seeing.Logs;
using Sluice.Local.Tests.Clients;
using Sluice.Local.Tests.Commands.Clients;

namespace Sluice.Local.Tests.Commands.Seeing.Logs;

/// <summary>Logs of a suite that runs; a deployment's of an endpoint that answers as the test says.</summary>
public sealed class LogsCommandTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_builds_log_is_followed_to_its_end()
    {
        using var talk = new Conversation(suite.Environment);
        await talk.Talk.Suite.TellAsync(Project("said"), TestContext.Current.CancellationToken);
        var build = (await talk.Talk.Suite.AskAsync<StartBuildOutput>(new StartBuildInput { ProjectName = "said" }, TestContext.Current.CancellationToken)).Build!.Id!;

        (await LogsCommand.RunAsync(talk.Talk, build, follow: true, Hour, TestContext.Current.CancellationToken)).ShouldBe(0);

        talk.Told.Split('\n').Count(line => line.EndsWith("  hello from the build", StringComparison.Ordinal)).ShouldBe(1, talk.Told);
        using var again = new Conversation(suite.Environment, isJson: true);
        await LogsCommand.RunAsync(again.Talk, build, follow: false, Hour, TestContext.Current.CancellationToken);
        JsonNode.Parse(again.Told)!["events"]!.AsArray().ShouldContain(line => line!["message"]!.GetValue<string>() == "hello from the build");
    }

    [Fact]
    public async Task What_there_is_not_is_told()
    {
        using var talk = new Conversation(suite.Environment);

        (await Should.ThrowAsync<UsageException>(LogsCommand.RunAsync(talk.Talk, "nothing", follow: false, Hour, TestContext.Current.CancellationToken)))
            .Message.ShouldBe("'nothing' is no build, deployment, function that has written anything, or pipeline.");
    }

    [Fact]
    public async Task A_deployment_tells_its_events_once_and_how_it_ended()
    {
        var looks = 0;
        await using var fake = await FakeSuite.StartAsync(new Dictionary<string, Func<string>>
        {
            ["ListPipelines"] = () => "{}",
            ["GetDeployment"] = () => ++looks < 2
                ? """{"deploymentInfo":{"deploymentId":"d-1","status":"InProgress","createTime":1,"startTime":2}}"""
                : """{"deploymentInfo":{"deploymentId":"d-1","status":"Failed","createTime":1,"startTime":2,"completeTime":5,"errorInformation":{"code":"ALARM_ACTIVE","message":"too many errors"}}}""",
            ["ListDeploymentTargets"] = () => """{"targetIds":["fn:live"]}""",
            ["BatchGetDeploymentTargets"] = () => """{"deploymentTargets":[{"lambdaTarget":{"lambdaFunctionInfo":{"functionName":"fn","functionAlias":"live"},"lifecycleEvents":[{"lifecycleEventName":"BeforeAllowTraffic","status":"Succeeded","startTime":2,"endTime":3},{"lifecycleEventName":"AllowTraffic","status":"Pending"}]}}]}""",
        });
        using var talk = fake.Talk();

        await LogsCommand.RunAsync(talk.Talk, "d-1", follow: true, Hour, TestContext.Current.CancellationToken);

        talk.Told.Trim().Split('\n').Select(line => line.Trim()[10..]).ShouldBe(["d-1 was asked for", "BeforeAllowTraffic Succeeded (fn:live)", "Failed: ALARM_ACTIVE, too many errors"]);
    }

    private static CreateProjectInput Project(string name) => new()
    {
        Name = name,
        Source = new ProjectSource { Type = SourceType.NO_SOURCE, Buildspec = "version: 0.2\nphases:\n  build:\n    commands:\n      - echo hello from the build\n" },
        Artifacts = new ProjectArtifacts { Type = ArtifactsType.NO_ARTIFACTS },
        Environment = new ProjectEnvironment { Type = EnvironmentType.LINUX_CONTAINER, Image = "aws/codebuild/standard:7.0", ComputeType = ComputeType.BUILD_GENERAL1_SMALL },
        ServiceRole = "arn:aws:iam::123456789012:role/build",
    };
}
